package dev.handoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LearnedTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void kinds_of_fields_are_learned_and_what_all_payloads_have_is_required() throws IOException {
        assertThat(learn("""
                        {"id": "re_1", "amount": 2500, "rate": 1, "paid": true, "note": null}""", """
                        {"id": "re_2", "amount": 100, "rate": 1.5, "paid": false, "note": "late", "more": {"a": [1]}}""")).isEqualTo(tree("""
                                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                                 "title": "refund event",
                                 "type": "object",
                                 "required": ["amount", "id", "note", "paid", "rate"],
                                 "properties": {
                                   "amount": {"type": "integer"},
                                   "id": {"type": "string"},
                                   "more": {"type": "object", "required": ["a"], "properties": {
                                     "a": {"type": "array", "items": {"type": "integer"}}}},
                                   "note": {"type": ["string", "null"]},
                                   "paid": {"type": "boolean"},
                                   "rate": {"type": "number"}}}"""));
    }

    @Test
    void a_format_is_learned_when_all_texts_have_it() throws IOException {
        JsonNode properties = learn("""
                        {"at": "2026-01-31T12:00:00Z", "email": "ada@example.org", "link": "https://example.org/a",
                         "key": "2f1c1c8e-0000-4000-8000-000000000001", "day": "2026-01-31", "note": "a:b"}""", """
                        {"at": "2026-02-01T12:00:00.5+01:00", "email": "bob@example.org", "link": "not any more",
                         "key": "2f1c1c8e-0000-4000-8000-000000000002", "day": null, "note": "c:d"}""").get("properties");
        assertThat(properties.at("/at/format").asText()).isEqualTo("date-time");
        assertThat(properties.at("/email/format").asText()).isEqualTo("email");
        assertThat(properties.at("/key/format").asText()).isEqualTo("uuid");
        assertThat(properties.at("/day/format").asText()).isEqualTo("date");
        assertThat(properties.at("/link").has("format")).isFalse();
        assertThat(properties.at("/note").has("format")).isFalse();
    }

    @Test
    void the_sort_of_a_payload_is_a_constant_and_other_values_are_not_told() throws IOException {
        JsonNode properties = learn(
                        "{\"type\": \"refund.completed\", \"version\": 2, \"name\": \"Ada\", \"plan\": \"team\"}",
                        "{\"type\": \"refund.completed\", \"version\": 2, \"name\": \"Ada\", \"plan\": \"team\"}")
                .get("properties");
        assertThat(properties.at("/type/const").asText()).isEqualTo("refund.completed");
        assertThat(properties.at("/version/const").asInt()).isEqualTo(2);
        assertThat(properties.get("name")).isEqualTo(tree("{\"type\": \"string\"}"));
        assertThat(properties.get("plan")).isEqualTo(tree("{\"type\": \"string\"}"));
    }

    @Test
    void few_values_that_many_payloads_share_are_a_choice_where_the_name_says_so() throws IOException {
        Learned learned = new Learned(Set.of());
        for (int i = 0; i < 12; i++) {
            learned.add(tree("{\"status\": \"" + (i % 2 == 0 ? "open" : "paid") + "\", \"first\": \"Ada\"}"));
        }
        assertThat(learned.schema("x").at("/properties/status/enum")).isEqualTo(tree("[\"open\", \"paid\"]"));
        assertThat(learned.schema("x").at("/properties/first").has("enum")).isFalse();
        learned.add(tree("{\"status\": \"refunded\", \"first\": \"Ada\"}"));
        assertThat(learned.schema("x").at("/properties/status").has("enum")).isFalse();
    }

    @Test
    void of_a_masked_field_nothing_is_known() throws IOException {
        assertThat(learn("{\"token\": \"masked-0a1b2c3d\"}", "{\"token\": \"masked-0a1b2c3e\"}")
                        .at("/properties/token"))
                .isEqualTo(tree("{\"description\": \"Masked in the journal: nothing is known of its values.\"}"));
        assertThat(learn("{\"text\": \"Follow https://shop.test/?token=masked-0a1b2c3d\"}")
                        .at("/properties/text"))
                .isEqualTo(tree("{\"type\": \"string\"}"));
    }

    @Test
    void keys_that_are_values_are_not_told() throws IOException {
        Learned learned = new Learned(Set.of("ref-abc"));
        learned.add(tree("{\"stock\": {\"SKU-10042\": 3, \"SKU-10043\": 4}, \"orders\": {\"ref-abc\": \"paid\"}}"));
        assertThat(learned.schema("x").get("properties")).isEqualTo(tree("""
                                {"orders": {"type": "object", "additionalProperties": {"type": "string"}},
                                 "stock": {"type": "object", "additionalProperties": {"type": "integer"}}}"""));
    }

    private static JsonNode learn(String... payloads) throws IOException {
        Learned learned = new Learned(Set.of());
        for (String payload : payloads) {
            learned.add(tree(payload));
        }
        return tree(learned.file("refund event"));
    }

    private static JsonNode tree(String json) throws IOException {
        return JSON.readTree(json);
    }
}
