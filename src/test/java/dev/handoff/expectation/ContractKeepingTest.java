package dev.handoff.expectation;

import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Expectation.Strays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractKeepingTest {

    private static final String SCHEMA = "{\"type\": \"object\", \"required\": [\"amount\"]}";

    @Test
    void every_payload_that_keeps_its_contract_is_counted() {
        Verdict verdict = judge(
                kept(History.begins().action(0, "the refund"), 1)
                        .effect(2, NOTICE)
                        .body("{\"amount\": 1}")
                        .contract(SCHEMA)
                        .effect(3, NOTICE),
                Strays.WARN);
        assertThat(verdict.outcome()).isEqualTo(Outcome.MET);
        assertThat(verdict.observed()).isEqualTo("2 payloads, 2 effects");
        assertThat(verdict.decidedBy()).containsExactly(6L, 7L);
    }

    @Test
    void one_broken_payload_is_a_violation_that_names_the_effect() {
        Verdict verdict = judge(broken(kept(History.begins(), 1), 2), Strays.WARN);
        assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(verdict.observed()).isEqualTo("1 of 2 payloads broken");
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FailureKind.CONTRACT_BROKEN);
            assertThat(finding.subject()).isEqualTo("provider refund");
            assertThat(finding.notes())
                    .containsExactly("$.amount is missing   (#/required)", "breaks:   payments, ledger; sent by Shop");
        });
    }

    @Test
    void a_refused_attempt_must_keep_the_contract_too() {
        assertThat(judge(broken(History.begins(), 1).rejected(400), Strays.WARN).outcome())
                .isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void the_same_breach_in_every_copy_is_one_fact() {
        Verdict verdict = judge(broken(broken(History.begins(), 1).rejected(503), 2), Strays.WARN);
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.sightings()).hasSize(2);
            assertThat(finding.notes())
                    .filteredOn(note -> note.contains("$.amount"))
                    .hasSize(1);
        });
    }

    @Test
    void a_payload_that_fits_another_scenario_too_leaves_it_unknown() {
        History history = History.begins().contested(1, REFUND).body("{}").contract(SCHEMA);
        Verdict verdict = judge(history, Strays.WARN);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.open()).isFalse();
        assertThat(verdict.findings().get(0).notes())
                .singleElement()
                .asString()
                .contains("\"Another refund\"")
                .endsWith("breaks its contract: $.amount is missing");
    }

    @Test
    void the_payload_of_another_scenario_breaks_nothing_here() {
        History history = History.begins().elsewhere(1, REFUND).body("{}").contract(SCHEMA);
        assertThat(judge(kept(history, 2), Strays.FAIL).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void a_broken_stray_is_named_or_fails_or_is_ignored_as_the_vocabulary_says() {
        History history = kept(History.begins(), 1).stray(2, REFUND).body("{}").contract(SCHEMA);
        Verdict warned = judge(history, Strays.WARN);
        assertThat(warned.outcome()).isEqualTo(Outcome.MET);
        assertThat(warned.notes())
                .singleElement()
                .asString()
                .endsWith("fits no scenario, and breaks its contract: $.amount is missing");
        assertThat(judge(history, Strays.IGNORE).notes()).isEmpty();
        assertThat(judge(history, Strays.FAIL).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void what_could_not_be_checked_is_not_met_and_not_violated() {
        History history =
                History.begins().effect(1, REFUND).body("{\"amo").cutAt(5).contract(SCHEMA);
        Verdict verdict = judge(history, Strays.WARN);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.findings().get(0).notes())
                .singleElement()
                .asString()
                .endsWith("could not be held against its contract: it was cut at 5 bytes");
        assertThat(judge(broken(history, 2), Strays.WARN).outcome()).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void what_an_effect_becomes_must_keep_the_contract_too() {
        History history = kept(History.begins(), 1).changed(2, "{\"amount\": 1}");
        assertThat(judge(history, Strays.WARN).observed()).isEqualTo("2 payloads, 1 effect");

        Verdict verdict = judge(history.changed(3, "{\"total\": 1}").changed(4, "{\"amount\": 1}"), Strays.WARN);
        assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATED);
        assertThat(verdict.observed()).isEqualTo("1 of 4 payloads broken");
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.sightings()).extracting(Sighting::entry).containsExactlyElementsOf(verdict.decidedBy());
            assertThat(finding.notes()).contains("$.amount is missing   (#/required)");
        });
    }

    @Test
    void the_end_of_an_effect_breaks_nothing() {
        assertThat(judge(kept(History.begins(), 1).gone(2), Strays.FAIL).outcome())
                .isEqualTo(Outcome.MET);
    }

    @Test
    void a_later_state_of_what_fits_another_scenario_too_leaves_it_unknown() {
        History history = History.begins()
                .contested(1, REFUND)
                .body("{\"amount\": 1}")
                .contract(SCHEMA)
                .changed(2, "{}");
        Verdict verdict = judge(history, Strays.WARN);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.findings().get(0).notes())
                .singleElement()
                .asString()
                .startsWith("#5 ")
                .endsWith(", and since #6 breaks its contract: $.amount is missing");
    }

    @Test
    void a_later_state_of_a_stray_is_named_or_fails_as_the_vocabulary_says() {
        History history = kept(History.begins(), 1)
                .stray(2, REFUND)
                .body("{\"amount\": 1}")
                .contract(SCHEMA)
                .changed(3, "{}");
        assertThat(judge(history, Strays.WARN).notes())
                .singleElement()
                .asString()
                .contains("fits no scenario");
        assertThat(judge(history, Strays.FAIL).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    private static History kept(History history, double at) {
        return history.effect(at, REFUND).body("{\"amount\": 2500}").contract(SCHEMA);
    }

    private static History broken(History history, double at) {
        return history.effect(at, REFUND).body("{\"total\": [2500]}").contract(SCHEMA);
    }

    private static Verdict judge(History history, Strays strays) {
        Statement kept = new Statement.ContractsKept(List.of(new Statement.ContractsKept.Terms(
                "provider refund", "contracts/provider-refund.schema.json", "Shop", List.of("payments", "ledger"))));
        return Judge.judge(new Expectation(Said.SOURCE, kept, strays), history.look(9));
    }
}
