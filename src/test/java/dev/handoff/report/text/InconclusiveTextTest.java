package dev.handoff.report.text;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.PAYOUT;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.happensWithin10Seconds;
import static dev.handoff.expectation.Said.no;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import org.junit.jupiter.api.Test;

/** Each reason for which a verdict is not known. */
class InconclusiveTextTest {

    private static final String ONE_REFUND = "Then exactly one provider refund is created";

    private static History refundAsked() {
        return History.begins().action(0, "the refund");
    }

    private static void assertText(String name, String step, Statement statement, Snapshot snapshot) {
        assertText(name, step, statement, snapshot, Expectation.Strays.WARN);
    }

    private static void assertText(
            String name, String step, Statement statement, Snapshot snapshot, Expectation.Strays strays) {
        Expectation expectation = new Expectation(new Source("features/refunds.feature", 12, step), statement, strays);
        Golden.assertIs(
                name,
                FailureText.of(
                        new Judged(
                                "scenario", snapshot.looked().index(), expectation, Judge.judge(expectation, snapshot)),
                        snapshot,
                        "target/handoff/run-1/journal.ndjson"));
    }

    @Test
    void aProbeThatWasNeverSeenWorking() {
        assertText(
                "inconclusive-never-proven",
                ONE_REFUND,
                happens(exactly(1, REFUND)),
                History.beginsUnproven()
                        .action(0, "the refund")
                        .effect(1, REFUND)
                        .settled()
                        .look(3));
    }

    @Test
    void aProbeThatHasNotSeenTheWholeWindow() {
        assertText(
                "inconclusive-not-seen",
                "Then exactly one ledger entry is posted",
                happens(exactly(1, LEDGER)),
                refundAsked()
                        .seen("ledger", 4)
                        .gaveUp("ledger has not answered since 10:00:04")
                        .look(40));
    }

    @Test
    void aSystemThatNobodyWatches() {
        assertText(
                "inconclusive-unwatched",
                "Then exactly one ledger entry is posted",
                happens(exactly(1, LEDGER)),
                refundAsked().unwatched("ledger").gaveUp("nothing").look(40));
    }

    @Test
    void aQueryThatCouldNotBeAsked() {
        assertText(
                "inconclusive-unasked",
                "Then no ledger entry is posted",
                happens(no(LEDGER)),
                refundAsked().unasked(LEDGER).settled().look(3));
    }

    @Test
    void aTimeOnBothSidesOfTheWindowsEnd() {
        assertText(
                "inconclusive-straddles",
                "Then exactly one ledger entry is posted within 10 seconds",
                happensWithin10Seconds(exactly(1, LEDGER)),
                refundAsked().effect(11, LEDGER).between(9.5, 10.5).settled().look(12));
    }

    @Test
    void aBodyThatWasCut() {
        assertText(
                "inconclusive-cut",
                "Then exactly one provider refund is created with:",
                happens(exactly(1, REFUND, "amount", "2500")),
                refundAsked()
                        .effect(1, REFUND)
                        .body("{\"amount\": 25")
                        .cutAt(13)
                        .settled()
                        .look(12));
    }

    @Test
    void aStrayWhereStraysFail() {
        assertText(
                "inconclusive-stray",
                "Then no payout is made",
                happens(no(PAYOUT)),
                refundAsked().stray(1, PAYOUT).settled().look(3),
                Expectation.Strays.FAIL);
    }

    @Test
    void anActionThatDidNotHappen() {
        assertText(
                "inconclusive-no-action",
                "And no payout is made before the approval",
                new Statement.NotBefore(PAYOUT, "the approval"),
                refundAsked().settled().look(3));
    }

    @Test
    void anAnswerToNoRequest() {
        assertText(
                "inconclusive-no-request",
                "Then the response status is 202",
                new Statement.ResponseStatus(202),
                History.begins().settled().look(3));
    }
}
