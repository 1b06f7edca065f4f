package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Payloads are held against their contracts as they came, and nothing secret of that is written. */
class PayloadCheckTest {

    private static final String CARD = "4111 1111 1111 1111";

    @Test
    void the_check_sees_the_payload_before_it_is_masked() {
        Captured captured = capture(
                (effect, content) -> Optional.of(
                        content.tree().path("pin").isInt()
                                ? Checked.KEPT
                                : Checked.unknown("it saw " + content.text())),
                "{\"pin\": 1234}");
        assertThat(captured.content().tree().path("pin").asText()).startsWith("masked-");
        assertThat(captured.contract()).isEqualTo(Checked.KEPT);
    }

    @Test
    void what_was_found_in_a_secret_field_or_below_it_is_not_written() {
        Checked found = Checked.broken(List.of(
                new Breach("$.pin", "#/a", "a text", "1234 (number)", null),
                new Breach("$.pin[0].old", "#/b", "a text", "5678 (number)", null),
                new Breach("$.note", "#/c", "a number", "\"pay with " + CARD + "\" (text)", null),
                new Breach("$['my pin']", "#/d", "a text", null, "$.code is new")));
        Checked written = capture((effect, content) -> Optional.of(found), "{}").contract();
        assertThat(written.toString()).doesNotContain("1234", "5678", CARD);
        assertThat(written.breaches().get(0).words())
                .isEqualTo("$.pin is a value that is not shown because this field is masked, expected a text");
        assertThat(written.breaches().get(2).observed()).startsWith("\"pay with masked-");
        assertThat(written.breaches().get(3).words()).isEqualTo("$['my pin'] is missing; $.code is new");
    }

    @Test
    void what_an_effect_becomes_is_held_against_the_contract_before_it_is_masked() {
        Journal journal = journal((effect, content) -> Optional.of(
                content.tree().path("pin").isInt() ? Checked.KEPT : Checked.unknown("it saw " + content.text())));
        journal.startScenario("a scenario", "a.feature", 1, List.of());
        Captured row = journal.captureLasting(payment("{\"pin\": 1234}"));

        assertThat(journal.changed(row, row.at(), Run.jsonOf("{\"pin\": 5678}")))
                .map(Changed::contract)
                .contains(Checked.KEPT);
        assertThat(journal.changed(row, row.at(), Run.jsonOf("{}")))
                .map(Changed::contract)
                .contains(Checked.unknown("it saw {}"));
    }

    @Test
    void what_is_there_no_more_is_held_against_nothing() {
        Journal journal = journal((effect, content) -> Optional.of(Checked.KEPT));
        journal.startScenario("a scenario", "a.feature", 1, List.of());
        Captured row = journal.captureLasting(payment("{}"));

        assertThat(journal.changed(row, row.at(), null))
                .hasValueSatisfying(end -> assertThat(end.contract()).isNull());
    }

    @Test
    void what_has_no_contract_says_nothing() {
        assertThat(capture(PayloadCheck.NONE, "{}").contract()).isNull();
    }

    private static Captured capture(PayloadCheck check, String json) {
        return journal(check).capture(payment(json));
    }

    private static Journal journal(PayloadCheck check) {
        return new Journal(new JournalSettings(Map.of(), Set.of("pin"), Set.of(), check), entry -> {});
    }

    private static Capture payment(String json) {
        return Capture.effect("bank", "payment", "POST /pay", Map.of(), Message.of(Map.of(), "application/json", json));
    }
}
