package dev.handoff.report.text;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.Said.inTheEnd;
import static dev.handoff.expectation.Said.neverReturns;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import org.junit.jupiter.api.Test;

/** What is written of effects that changed after they came. */
class ChangesTextTest {

    private static History overwritten() {
        return History.begins()
                .action(0, "the upgrade")
                .effect(1, LEDGER)
                .summary("row 7")
                .body("{\"team\": \"T-7\", \"plan\": \"free\"}")
                .changed(1.9, 2, "{\"team\": \"T-7\", \"plan\": \"team\"}")
                .changed(2.9, 3, "{\"team\": \"T-7\", \"plan\": \"free\"}");
    }

    @Test
    void whatIsNotSoInTheEndIsShownWithAllThatItWas() {
        assertText(
                "overwritten",
                "Then in the end the ledger entry has:",
                inTheEnd(LEDGER, "team", "T-7", "plan", "team"),
                overwritten().settled().look(11));
    }

    @Test
    void whatIsGoneIsShownWithWhatItWas() {
        assertText(
                "gone",
                "Then in the end the ledger entry has:",
                inTheEnd(LEDGER, "plan", "team"),
                overwritten().gone(4).settled().look(11));
    }

    @Test
    void aReturnIsShownBesideWhereItWasSoBefore() {
        assertText(
                "returned",
                "Then the \"plan\" of the ledger entry never returns to an earlier value",
                neverReturns("plan", LEDGER),
                overwritten().look(4));
    }

    private static void assertText(String name, String step, Statement statement, Snapshot snapshot) {
        Expectation expectation =
                new Expectation(new Source("features/upgrades.feature", 12, step), statement, Expectation.Strays.WARN);
        Judged judged =
                new Judged("scenario", snapshot.looked().index(), expectation, Judge.judge(expectation, snapshot));
        Golden.assertIs(name, FailureText.of(judged, snapshot, "target/handoff/run-1/journal.ndjson"));
    }
}
