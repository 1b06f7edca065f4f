package dev.handoff.report.text;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.PAYOUT;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.attempts;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.fields;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.happensWithin10Seconds;
import static dev.handoff.expectation.Said.inOrder;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.expectation.Said.nothingBeside;
import static dev.handoff.expectation.Said.reaches;
import static dev.handoff.expectation.Said.sameHeader;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.FailureKind;
import dev.handoff.expectation.Finding;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Said;
import dev.handoff.expectation.Sighting;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    private static final String JOURNAL = "target/handoff/run-1/journal.ndjson";

    private static History refundAsked() {
        return History.begins().action(0, "the refund");
    }

    private static void assertText(String name, String step, Statement statement, Snapshot snapshot) {
        Source source = new Source("features/refunds.feature", 12, step);
        Expectation expectation = new Expectation(source, statement, Expectation.Strays.WARN);
        Golden.assertIs(name, text(expectation, Judge.judge(expectation, snapshot), snapshot));
    }

    private static String text(Expectation expectation, Verdict verdict, Snapshot snapshot) {
        return FailureText.of(
                new Judged("scenario", snapshot.looked().index(), expectation, verdict), snapshot, JOURNAL);
    }

    @Test
    void aDuplicateShowsEveryCopyAndTheFaultBetween() {
        assertText(
                "duplicate-effect",
                "Then exactly one provider refund is created within 10 seconds",
                happensWithin10Seconds(exactly(1, REFUND)),
                refundAsked()
                        .effect(0.412, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"usd\"}")
                        .key("k-9")
                        .fault(0.413, "accepts the next request but never answers")
                        .effect(2.418, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"usd\"}")
                        .key("k-10")
                        .look(2.5));
    }

    @Test
    void aMissingEffectShowsTheNearestMissAndTheProbe() {
        assertText(
                "missing-effect",
                "Then exactly one provider refund is created",
                happens(exactly(1, REFUND)),
                refundAsked()
                        .effect(1.204, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-9")
                        .rejected(503)
                        .settled()
                        .look(12));
    }

    @Test
    void aMissingEffectOfSeveralShowsThoseThatCame() {
        assertText(
                "missing-one-of-two",
                "Then at least 2 provider refunds are created",
                happens(atLeast(2, REFUND)),
                refundAsked()
                        .effect(1, REFUND)
                        .body("{\"amount\": 2500}")
                        .settled()
                        .look(12));
    }

    @Test
    void aWrongFieldShowsExpectedAndObservedWithTheirTypes() {
        assertText(
                "wrong-field",
                "Then exactly one provider refund is created with:",
                happens(exactly(1, REFUND, "amount", "25", "currency", "usd", "metadata.order_id", "<any>")),
                refundAsked()
                        .effect(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": \"25\", \"currency\": \"usd\", \"metadata\": {}}")
                        .settled()
                        .look(12));
    }

    @Test
    void aForbiddenEffectIsShown() {
        assertText(
                "forbidden-effect",
                "Then no payout is made before the approval",
                new Statement.NotBefore(PAYOUT, "the approval"),
                refundAsked()
                        .effect(1, PAYOUT)
                        .summary("POST /v1/payouts")
                        .body("{\"amount\": 2500}")
                        .action(2, "the approval")
                        .look(3));
        assertText(
                "forbidden-effect-at-all",
                "Then no payout is made",
                happens(no(PAYOUT)),
                refundAsked().effect(1, PAYOUT).summary("POST /v1/payouts").look(1));
    }

    @Test
    void unexpectedEffectsAreShown() {
        assertText(
                "unexpected-effect",
                "And nothing else happens",
                nothingBeside(happens(exactly(1, REFUND))),
                refundAsked()
                        .effect(1, REFUND)
                        .effect(2, NOTICE)
                        .summary("mail \"Your refund\" to ada@example.org")
                        .unmapped(3, "payments")
                        .summary("POST /v1/transfers")
                        .body("{\"amount\": 2500}")
                        .look(3));
    }

    @Test
    void anInversionShowsBothInTheirOrder() {
        assertText(
                "out-of-order",
                "And the provider refund is created before the support notification",
                inOrder(REFUND, NOTICE),
                refundAsked()
                        .effect(1, NOTICE)
                        .summary("mail \"A refund\" to support@example.org")
                        .effect(2, REFUND)
                        .summary("POST /v1/refunds")
                        .look(3));
    }

    @Test
    void whatCameTooLateIsShown() {
        assertText(
                "too-late",
                "Then exactly one provider refund is created within 10 seconds",
                happensWithin10Seconds(exactly(1, REFUND)),
                refundAsked()
                        .effect(10.25, REFUND)
                        .summary("POST /v1/refunds")
                        .settled()
                        .look(12));
    }

    @Test
    void anAttemptThatComesTooSoonIsShownWithItsDistance() {
        assertText(
                "attempts-too-soon",
                "And no attempt of the support notification comes within 1 second of the one before",
                new Statement.Spaced(NOTICE, Duration.ofSeconds(1), Duration.ofSeconds(10)),
                refundAsked()
                        .effect(1, NOTICE)
                        .summary("POST /hooks/orders")
                        .key("k-1")
                        .rejected(500)
                        .effect(1.1, NOTICE)
                        .summary("POST /hooks/orders")
                        .key("k-1")
                        .rejected(0)
                        .effect(3, NOTICE)
                        .summary("POST /hooks/orders")
                        .key("k-1")
                        .answered(200)
                        .look(4));
    }

    /** An effect that its sender was not told of, and did once more. */
    @Test
    void aDuplicateAfterAnAnswerThatWasLostNamesTheMisfortune() {
        assertText(
                "duplicate-after-a-lost-answer",
                "Then exactly one provider refund is created",
                happensWithin10Seconds(exactly(1, REFUND)),
                refundAsked()
                        .effect(0.412, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-9")
                        .unconfirmed(0)
                        .fault(0.413, "accepts the next request but never answers")
                        .exchangeEnded(4.413, "the caller hung up")
                        .effect(4.521, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-10")
                        .answered(201)
                        .look(5));
    }

    @Test
    void attemptsThatWereNotAnsweredAreShownSo() {
        assertText(
                "missing-after-silence",
                "Then exactly one support notification is sent",
                happensWithin10Seconds(exactly(1, NOTICE)),
                refundAsked()
                        .effect(1, NOTICE)
                        .summary("POST /hooks/orders")
                        .key("k-1")
                        .rejected(0)
                        .fault(1.001, "drops the connection once")
                        .settled()
                        .look(12));
    }

    @Test
    void attemptsThatDifferAreShownWithTheirAnswers() {
        History history = refundAsked()
                .effect(1, NOTICE)
                .summary("POST /hooks/orders")
                .key("k-1")
                .rejected(500)
                .effect(2, NOTICE)
                .summary("POST /hooks/orders")
                .key("k-2")
                .answered(200);
        assertText(
                "attempts-differ",
                "Then the support notification takes 1 attempt",
                attempts(NOTICE, 1),
                history.look(2));
        assertText(
                "attempts-differ-in-a-header",
                "And every attempt of the support notification carries the same \"Idempotency-Key\"",
                sameHeader(NOTICE, "Idempotency-Key"),
                history.settled().look(4));
    }

    @Test
    void aWrongAnswerIsShown() {
        assertText(
                "wrong-status",
                "Then the response status is 202",
                new Statement.ResponseStatus(202),
                refundAsked().exchange(0.1, 409, "{}").look(1));
        assertText(
                "wrong-answer",
                "Then the response has:",
                new Statement.ResponseHas(fields("status", "pending", "amount", "2500")),
                refundAsked()
                        .exchange(0.1, 202, "{\"status\": \"done\", \"amount\": \"2500\"}")
                        .look(1));
        assertText(
                "no-answer",
                "Then the response status is 202",
                new Statement.ResponseStatus(202),
                refundAsked().noAnswer(0.1, "Connection refused").look(1));
    }

    @Test
    void aStageThatWasNotReachedIsShown() {
        assertText(
                "missing-stage",
                "Then the workflow reaches \"completed\" within 10 seconds",
                reaches("completed"),
                refundAsked()
                        .stage(0.1, 0.2, "pending")
                        .stage(1, 2, "approved")
                        .seen("application", 10)
                        .look(10));
    }

    @Test
    void whatIsInconclusiveGivesItsReasons() {
        assertText(
                "inconclusive-gap",
                "Then exactly one provider refund is created",
                happens(exactly(1, REFUND)),
                refundAsked()
                        .effect(1, REFUND)
                        .probeDown(2, "payments")
                        .settled()
                        .look(3));
        assertText(
                "inconclusive-contested",
                "Then no provider refund is created",
                happens(no(REFUND)),
                refundAsked().contested(1, REFUND).settled().look(3));
        assertText(
                "inconclusive-unsettled",
                "Then exactly one provider refund is created",
                happens(exactly(1, REFUND)),
                refundAsked()
                        .effect(1, REFUND)
                        .gaveUp("shop.events is 2 records behind")
                        .look(40));
        assertText(
                "inconclusive-order",
                "And these happen in order:",
                inOrder(LEDGER, REFUND),
                refundAsked()
                        .effect(1.5, REFUND)
                        .effect(2, LEDGER)
                        .between(1, 2)
                        .settled()
                        .look(3));
    }

    @Test
    void severalFindingsAreToldOneAfterTheOther() {
        assertText(
                "several-findings",
                "Then exactly one provider refund and exactly one support notification are created",
                happens(exactly(1, REFUND), exactly(1, NOTICE)),
                refundAsked().settled().look(12));
    }

    /** The kinds that other judges find are told in the same form. */
    @Test
    void everyOtherKindHasItsFirstLine() {
        Snapshot snapshot = refundAsked().effect(1, REFUND).look(2);
        for (FailureKind kind : FailureKind.values()) {
            Finding finding = new Finding(
                    kind, "provider refund", "one", "another", List.of(Sighting.of(6)), null, List.of("a fact"));
            Verdict verdict = new Verdict(
                    kind == FailureKind.INCONCLUSIVE ? Outcome.INCONCLUSIVE : Outcome.VIOLATED,
                    false,
                    "another",
                    List.of(finding),
                    List.of(),
                    List.of(),
                    List.of());
            String text = text(Said.that(happens(exactly(1, REFUND))), verdict, snapshot);
            assertThat(text.lines())
                    .containsExactly(
                            kind.words() + ": provider refund",
                            "  --> features/refunds.feature:12",
                            "12 | Then exactly one provider refund is created within 10 seconds",
                            "   |   expected: one",
                            "   |   observed: another",
                            "   |     #6 +1.000 s  POST /payments",
                            "   |   a fact",
                            "   |   proof:    #6 by order_id A-100 in $.order_id",
                            "journal: target/handoff/run-1/journal.ndjson #4..#7");
        }
    }

    @Test
    void aSightingThatTheSnapshotDoesNotHoldKeepsItsNumber() {
        Finding finding = new Finding(
                FailureKind.DUPLICATE_EFFECT, "x", "one", "2", List.of(Sighting.of(99)), Sighting.of(98), List.of());
        Verdict verdict = new Verdict(Outcome.VIOLATED, false, "2", List.of(finding), List.of(), List.of(), List.of());
        assertThat(text(
                        Said.that(happens(exactly(1, REFUND))),
                        verdict,
                        refundAsked().look(2)))
                .contains("   |     #99\n", "   |   nearest:  #98\n");
    }
}
