package dev.handoff.report.text;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.PAYOUT;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Source;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import org.junit.jupiter.api.Test;

/** The nearest miss of what is missing, and the only difference marked. */
class NearestMissTextTest {

    private static final String TABLE = "Then exactly one provider refund is created with:";
    private static final String ONE_REFUND = "Then exactly one provider refund is created";
    private static final String ONE_NOTICE = "Then exactly one support notification is sent";

    private static History refundAsked() {
        return History.begins().action(0, "the refund");
    }

    private static void assertText(String name, String step, Count count, History history) {
        Snapshot snapshot = history.settled().look(12);
        Expectation expectation = new Expectation(
                new Source("features/refunds.feature", 12, step), happens(count), Expectation.Strays.WARN);
        Golden.assertIs(
                name,
                FailureText.of(
                        new Judged(
                                "scenario", snapshot.looked().index(), expectation, Judge.judge(expectation, snapshot)),
                        snapshot,
                        "target/handoff/run-1/journal.ndjson"));
    }

    @Test
    void theNearestOfSeveralIsTheOneWithTheMostFieldsThatHold() {
        assertText(
                "nearest-by-fields",
                TABLE,
                exactly(1, REFUND, "amount", "2500", "currency", "usd", "reason", "<any>"),
                refundAsked()
                        .effect(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 100, \"currency\": \"eur\"}")
                        .effect(2, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"eur\", \"reason\": \"damaged\"}")
                        .key("k-2")
                        .effect(3, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"eur\"}"));
    }

    @Test
    void aNumberInAnotherUnitIsToldByItsFactor() {
        assertText(
                "other-unit",
                TABLE,
                exactly(1, REFUND, "amount", "25.00", "fee", "300", "tax", "4.5", "currency", "usd"),
                refundAsked()
                        .effect(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"fee\": 0.3, \"tax\": \"4.50\", \"currency\": \"usd\"}"));
    }

    @Test
    void aFieldThatLooksRenamedIsNamed() {
        assertText(
                "renamed-field",
                TABLE,
                exactly(
                        1,
                        REFUND,
                        "riskLevel",
                        "high risk",
                        "customer.orderNumber",
                        "<any>",
                        "amount",
                        "2500",
                        "currency",
                        "usd"),
                refundAsked()
                        .effect(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"risk_score_band\": \"high risk\", \"amount\": 2500, \"currency\": \"usd\", \"note\":"
                                + " \"none\", \"customer\": {\"order_no\": \"A-100\", \"name\": \"Ada\"}}"));
    }

    @Test
    void aRefusedAttemptIsShownWithTheFaultThatMetIt() {
        assertText(
                "only-refused-attempts",
                ONE_REFUND,
                exactly(1, REFUND),
                refundAsked()
                        .effect(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-9")
                        .rejected(503)
                        .fault(1.001, "answers 503 to the next 2 requests")
                        .effect(2, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-9")
                        .rejected(503)
                        .fault(2.001, "answers 503 to the next 2 requests")
                        .effect(4, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-9")
                        .rejected(409));
    }

    @Test
    void anEffectWithoutAnyIdHasLostItsCorrelation() {
        assertText(
                "lost-correlation",
                ONE_REFUND,
                exactly(1, REFUND),
                refundAsked()
                        .stray(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"usd\"}")
                        .key("k-9"));
    }

    @Test
    void anEffectUnderAnUnknownIdHasLostItsCorrelation() {
        assertText(
                "lost-correlation-unknown-id",
                TABLE,
                exactly(1, REFUND, "amount", "2500", "currency", "usd"),
                refundAsked()
                        .stray(1, REFUND)
                        .summary("POST /v1/refunds")
                        .header("X-Correlation-Id", "b1946ac9-2492-4d23-47bb-ed7b7e9d3c9f")
                        .body("{\"amount\": 2500, \"currency\": \"usd\"}"));
    }

    @Test
    void anEffectUnderAnotherScenariosIdIsNamedWithThatScenario() {
        assertText(
                "under-another-scenario",
                ONE_REFUND,
                exactly(1, REFUND),
                refundAsked()
                        .learned(0.1, "order_id", "A-100")
                        .elsewhere(0.5, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 700, \"order_id\": \"A-200\"}")
                        .elsewhere(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"order_id\": \"A-100\"}"));
    }

    @Test
    void anEffectOfAnotherScenarioThatFitsTheWholeTableIsNamed() {
        assertText(
                "fits-in-another-scenario",
                TABLE,
                exactly(1, REFUND, "amount", "2500", "currency", "usd"),
                refundAsked()
                        .elsewhere(0.5, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"eur\"}")
                        .elsewhere(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"usd\"}"));
    }

    @Test
    void whatOtherScenariosGotIsNoNearMissByItself() {
        assertText(
                "nothing-near",
                ONE_REFUND,
                exactly(1, REFUND),
                refundAsked()
                        .elsewhere(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .effect(2, LEDGER)
                        .summary("row 7"));
    }

    @Test
    void aMailOfAnotherSubjectIsTheNearestMiss() {
        assertText(
                "mail-of-another-subject",
                ONE_NOTICE,
                exactly(1, NOTICE),
                refundAsked()
                        .unmapped(1, "mail")
                        .summary("mail \"Refnud of A-100\" to support@example.org")
                        .body("{\"to\": [\"support@example.org\"], \"subject\": \"Refnud of A-100\"}"));
    }

    @Test
    void anotherEffectOfTheSameSystemIsTheNearestMiss() {
        assertText(
                "another-effect",
                TABLE,
                exactly(1, REFUND, "amount", "2500", "currency", "usd"),
                refundAsked()
                        .effect(1, PAYOUT)
                        .summary("POST /v1/payouts")
                        .body("{\"amount\": 2500, \"currency\": \"usd\"}"));
    }

    @Test
    void whatCameToAnotherSystemIsTheNearestMiss() {
        assertText(
                "another-system",
                TABLE,
                exactly(1, REFUND, "amount", "2500", "currency", "usd"),
                refundAsked()
                        .effect(1, LEDGER)
                        .summary("row 7")
                        .body("{\"amount\": 2500, \"currency\": \"eur\"}")
                        .effect(2, PAYOUT)
                        .summary("POST /v1/payouts")
                        .body("{\"amount\": 1}"));
    }

    @Test
    void whatFitsAnotherScenarioAsWellAndTheTableNotQuiteIsTheNearestMiss() {
        assertText(
                "contested-and-different",
                TABLE,
                exactly(1, REFUND, "amount", "2500", "currency", "usd"),
                refundAsked()
                        .contested(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"eur\"}"));
    }

    @Test
    void aTimeThatIsNotKnownExactlyIsShownAsSuch() {
        assertText(
                "time-between-polls",
                "Then exactly one ledger entry is posted with:",
                exactly(1, LEDGER, "amount", "2500"),
                refundAsked()
                        .effect(2, LEDGER)
                        .between(1.5, 1.9)
                        .summary("row 7")
                        .body("{\"amount\": 25}"));
    }

    @Test
    void longValuesAreCutAndSayIt() {
        assertText(
                "long-values",
                ONE_NOTICE,
                exactly(1, NOTICE, "text", "<contains refund of A-100>", "subject", "Your refund"),
                refundAsked()
                        .effect(1, NOTICE)
                        .summary("mail \"" + "Your refund ".repeat(30) + "\" to support@example.org")
                        .body("{\"text\": \"" + "Dear customer, ".repeat(400) + "\", \"subject\": \"Your refund\"}"));
    }

    @Test
    void aMaskedFieldIsNotComparedWithTheSecretInWriting() {
        assertText(
                "masked-field",
                TABLE,
                exactly(1, REFUND, "header Authorization", "Bearer s3cr3t-s3cr3t", "amount", "2500"),
                refundAsked()
                        .effect(1, REFUND)
                        .summary("POST /v1/refunds")
                        .header("Authorization", "masked-0a1b2c3d")
                        .body("{\"amount\": 2500}"));
    }

    @Test
    void anEffectOfNoScenarioThatIsNearerThanOurOwnIsShown() {
        assertText(
                "lost-correlation-beside-own",
                TABLE,
                exactly(1, REFUND, "amount", "2500", "currency", "usd"),
                refundAsked()
                        .effect(0.5, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 1, \"currency\": \"eur\"}")
                        .stray(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"currency\": \"usd\"}"));
    }

    @Test
    void aFloodIsCutAndSaysIt() {
        History history = refundAsked();
        for (int i = 1; i <= 20; i++) {
            history.effect(i / 10.0, REFUND).summary("POST /v1/refunds");
        }
        assertText("many-copies", ONE_REFUND, exactly(1, REFUND), history);
    }
}
