package dev.handoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final String BEFORE = """
            {"id": "re_1", "amount": 2500, "riskLevel": "low", "lines": [{"sku": "a"}], "token": "masked-0a1b2c3d"}""";

    @Test
    void what_was_learned_from_payloads_does_not_drift_from_them() throws Exception {
        assertThat(drift(List.of(BEFORE), List.of(BEFORE))).isEmpty();
    }

    @Test
    void what_is_missing_one_way_is_new_the_other() throws Exception {
        String more = "{\"id\": \"re_1\", \"paid\": true}";
        String less = "{\"id\": \"re_1\"}";
        assertThat(drift(List.of(more), List.of(less))).containsExactly("$.paid | missing | missing | 1");
        assertThat(drift(List.of(less), List.of(more))).containsExactly("$.paid | new | true or false | 1");
    }

    @Test
    void a_kind_that_changed_is_told_both_ways_without_its_value() throws Exception {
        String number = "{\"amount\": 2500}";
        String text = "{\"amount\": \"25.00\"}";
        assertThat(drift(List.of(number), List.of(text)))
                .containsExactly("$.amount | type changed | a text instead of a whole number | 1");
        assertThat(drift(List.of(text), List.of(number)))
                .containsExactly("$.amount | type changed | a whole number instead of a text | 1");
        assertThat(drift(List.of("{\"rate\": 1.5}"), List.of("{\"rate\": 2}"))).isEmpty();
    }

    @Test
    void a_renamed_field_is_one_change_and_not_a_new_one_too() throws Exception {
        assertThat(drift(List.of("{\"riskLevel\": \"low\"}"), List.of("{\"risk_score_band\": \"B2\"}")))
                .containsExactly("$.riskLevel | renamed? | missing; $.risk_score_band is new and holds the same kind of"
                        + " value: renamed? | 1");
    }

    @Test
    void what_only_some_payloads_have_is_required_no_longer() throws Exception {
        assertThat(drift(
                        List.of("{\"id\": 1, \"note\": \"a\"}"),
                        List.of("{\"id\": 1, \"note\": \"a\"}", "{\"id\": 2}", "{\"id\": 3}")))
                .containsExactly("$.note | not in every payload | no longer in every payload | 2");
    }

    @Test
    void items_of_lists_are_one_place() throws Exception {
        assertThat(drift(
                        List.of("{\"lines\": [{\"sku\": \"a\"}]}"),
                        List.of("{\"lines\": [{\"sku\": \"a\"}, {\"item\": 1}, {\"item\": 2}]}")))
                .containsExactly(
                        "$.lines[*].sku | missing | missing | 1", "$.lines[*].item | new | a whole number | 2");
    }

    @Test
    void a_new_constant_is_told_where_it_is_a_word_and_other_values_are_not() throws Exception {
        assertThat(changes("{\"properties\": {\"state\": {\"enum\": [\"open\"]}}}", "{\"state\": \"paid\"}"))
                .containsExactly("$.state | other values | \"paid\" (text) instead of one of open | 1");
        assertThat(changes(
                        "{\"properties\": {\"email\": {\"format\": \"email\"}}}",
                        "{\"email\": \"Ada Lovelace, 4 Mews\"}"))
                .containsExactly("$.email | other values | a text instead of an e-mail address | 1");
    }

    @Test
    void a_masked_value_is_not_compared() throws Exception {
        assertThat(changes(
                        "{\"properties\": {\"token\": {\"type\": \"integer\"}}}", "{\"token\": \"masked-0a1b2c3d\"}"))
                .isEmpty();
    }

    @Test
    void a_field_that_the_contract_forbids_is_new_once() throws Exception {
        assertThat(changes("{\"properties\": {\"id\": {}}, \"additionalProperties\": false}", "{\"id\": 1, \"x\": 2}"))
                .containsExactly("$.x | new | a whole number, and the contract allows no other field | 1");
    }

    private static List<String> drift(List<String> learnedFrom, List<String> payloads) throws Exception {
        Learned learned = new Learned(Set.of());
        for (String payload : learnedFrom) {
            learned.add(tree(payload));
        }
        return changes(learned.file("event"), payloads.toArray(String[]::new));
    }

    private static List<String> changes(String schema, String... payloads) throws Exception {
        List<JsonNode> trees = new ArrayList<>();
        for (String payload : payloads) {
            trees.add(tree(payload));
        }
        return Drift.between(Contract.of(schema), trees).stream()
                .map(change -> change.path() + " | " + change.kind().words() + " | " + change.words() + " | "
                        + change.payloads())
                .toList();
    }

    private static JsonNode tree(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
