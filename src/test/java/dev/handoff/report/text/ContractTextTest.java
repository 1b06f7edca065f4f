package dev.handoff.report.text;

import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a broken contract looks like, whole. */
class ContractTextTest {

    private static final String EVALUATED = """
            {"type": "object",
             "required": ["riskLevel", "version"],
             "properties": {
               "riskLevel": {"enum": ["low", "high"]},
               "version": {"const": 2},
               "amount": {"type": "integer"},
               "currency": {"enum": ["EUR", "USD"]},
               "email": {"type": "string", "format": "email"}}}""";
    private static final String CLOSED = """
            {"type": "object",
             "required": ["subject"],
             "properties": {"subject": {"type": "string"}},
             "additionalProperties": false}""";

    @Test
    void a_renamed_field() {
        assertText(
                "contract-renamed",
                refund(1.2, "{\"risk_score_band\": \"high\", \"version\": 2}").key("k-9"));
    }

    @Test
    void everything_that_is_wrong_in_one_payload() {
        assertText(
                "contract-many-breaches",
                refund(
                        1.2,
                        "{\"riskLevel\": null, \"version\": 1, \"amount\": \"25.00\", \"currency\": \"GBP\","
                                + " \"email\": \"ada\"}"));
    }

    @Test
    void a_version_that_was_dropped_in_each_of_several_attempts() {
        assertText(
                "contract-in-attempts",
                refund(refund(1.2, "{\"riskLevel\": \"low\"}").rejected(503), 1.4, "{\"riskLevel\": \"low\"}"));
    }

    @Test
    void some_payloads_of_several_effects() {
        assertText(
                "contract-some-payloads",
                refund(refund(1.2, "{\"riskLevel\": \"low\", \"version\": 2}"), 1.4, "{\"riskLevel\": \"low\"}")
                        .effect(1.5, NOTICE)
                        .summary("POST /v1/notifications")
                        .body("{\"subject\": \"Refund\", \"orderId\": \"A-100\"}")
                        .contract(CLOSED));
    }

    @Test
    void a_payload_that_was_cut() {
        assertText("contract-unknown", refund(1.2, "{\"riskLe").cutAt(8));
    }

    private static History refund(double at, String json) {
        return refund(History.begins().action(0, "the evaluation"), at, json);
    }

    private static History refund(History history, double at, String json) {
        return history.effect(at, REFUND).summary("POST /v1/refunds").body(json).contract(EVALUATED);
    }

    private static void assertText(String name, History history) {
        Snapshot snapshot = history.look(2.5);
        Expectation expectation = new Expectation(
                new Source("features/refunds.feature", 10, "Scenario: A refund is paid once"),
                new Statement.ContractsKept(List.of(
                        new Statement.ContractsKept.Terms(
                                "provider refund",
                                "src/test/resources/contracts/provider-refund.schema.json",
                                "Shop",
                                List.of("payments", "ledger")),
                        new Statement.ContractsKept.Terms(
                                "support notification", "contracts/notification.schema.json", "Shop", List.of()))),
                Expectation.Strays.WARN);
        Golden.assertIs(
                name,
                FailureText.of(
                        new Judged(
                                "scenario", snapshot.looked().index(), expectation, Judge.judge(expectation, snapshot)),
                        snapshot,
                        "target/handoff/run-1/journal.ndjson"));
    }
}
