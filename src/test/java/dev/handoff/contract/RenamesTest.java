package dev.handoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Breach;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamesTest {

    private static final String EVALUATED = """
            {"type": "object",
             "required": ["riskLevel", "customerId", "score"],
             "properties": {
               "riskLevel": {"enum": ["low", "high"]},
               "customerId": {"type": "string"},
               "score": {"type": "number"},
               "note": {"type": "string"}}}""";

    @Test
    void a_new_field_of_the_same_kind_beside_a_missing_one_may_be_it() throws Exception {
        assertThat(words("{\"risk_score_band\": \"B2\", \"customerId\": \"c\", \"score\": 1}"))
                .containsExactly("$.riskLevel is missing;"
                        + " $.risk_score_band is new and holds the same kind of value: renamed?");
    }

    @Test
    void the_name_need_not_be_alike_when_there_is_no_other() throws Exception {
        assertThat(words("{\"riskLevel\": \"low\", \"buyer\": \"c\", \"score\": 1}"))
                .containsExactly("$.customerId is missing; $.buyer is new and holds the same kind of value: renamed?");
    }

    @Test
    void another_kind_of_value_is_no_renamed_field() throws Exception {
        assertThat(words("{\"risk_score_band\": 3, \"customerId\": \"c\", \"score\": 1}"))
                .containsExactly("$.riskLevel is missing");
        assertThat(words("{\"risk_score_band\": null, \"customerId\": \"c\", \"score\": 1}"))
                .containsExactly("$.riskLevel is missing");
    }

    @Test
    void where_the_contract_says_no_kind_nothing_is_of_the_same() throws Exception {
        assertThat(ContractTest.breaches("{\"required\": [\"amount\"]}", "{\"total\": 1}"))
                .extracting(Breach::words)
                .containsExactly("$.amount is missing");
    }

    @Test
    void a_field_that_the_contract_knows_is_not_new() throws Exception {
        assertThat(words("{\"note\": \"high\", \"customerId\": \"c\", \"score\": 1}"))
                .containsExactly("$.riskLevel is missing");
    }

    @Test
    void of_several_new_ones_only_the_one_alike_is_told() throws Exception {
        assertThat(words("{\"band\": \"B\", \"risk_level\": \"low\", \"customerId\": \"c\", \"score\": 1}"))
                .containsExactly(
                        "$.riskLevel is missing; $.risk_level is new and holds the same kind of value: renamed?");
        assertThat(words("{\"band\": \"B\", \"grade\": \"low\", \"customerId\": \"c\", \"score\": 1}"))
                .containsExactly("$.riskLevel is missing");
    }

    @Test
    void two_missing_ones_do_not_share_a_new_one() throws Exception {
        assertThat(words("{\"buyer\": \"c\", \"score\": 1}"))
                .containsExactly("$.riskLevel is missing", "$.customerId is missing");
        assertThat(words("{\"customer_id\": \"c\", \"score\": 1}"))
                .containsExactly(
                        "$.riskLevel is missing",
                        "$.customerId is missing; $.customer_id is new and holds the same kind of value: renamed?");
    }

    @Test
    void a_whole_number_may_be_a_number() throws Exception {
        assertThat(words("{\"riskLevel\": \"low\", \"customerId\": \"c\", \"points\": 7}"))
                .containsExactly("$.score is missing; $.points is new and holds the same kind of value: renamed?");
    }

    @Test
    void in_a_contract_of_parts_what_another_part_names_is_not_new() throws Exception {
        String parts = """
                {"allOf": [{"type": "object", "required": ["riskLevel"], "properties": {"riskLevel": {"type": "string"}}},
                           {"properties": {"channel": {"type": "string"}}}]}""";
        assertThat(ContractTest.breaches(parts, "{\"channel\": \"web\"}"))
                .extracting(Breach::words)
                .containsExactly("$.riskLevel is missing");
    }

    private static List<String> words(String payload) throws NotASchema {
        return ContractTest.breaches(EVALUATED, payload).stream()
                .map(Breach::words)
                .toList();
    }
}
