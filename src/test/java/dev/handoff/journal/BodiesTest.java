package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodiesTest {

    @Test
    void json_is_read_as_json_with_its_numbers_as_written() {
        JsonNode tree =
                tree("application/problem+json; charset=utf-8", "{\"amount\":25.00,\"big\":0.1234567890123456789}");

        assertThat(tree.get("amount").asText()).isEqualTo("25.00");
        assertThat(tree.get("big").decimalValue()).isEqualTo("0.1234567890123456789");
        assertThat(tree("application/json", "\"text\"").asText()).isEqualTo("text");
    }

    @Test
    void json_is_recognised_without_being_named() {
        assertThat(tree(null, "  {\"a\":1}").get("a").asInt()).isEqualTo(1);
        assertThat(tree("text/plain", "[1]").isArray()).isTrue();
    }

    @Test
    void broken_json_is_a_text() {
        assertThat(tree("application/json", "{\"a\":").asText()).isEqualTo("{\"a\":");
        assertThat(tree("application/json", "{\"a\":1} {").isTextual()).isTrue();
        assertThat(tree(null, "[".repeat(100_000)).isTextual()).isTrue();
    }

    @Test
    void a_form_is_an_object_of_its_fields() {
        JsonNode tree =
                tree("Application/X-WWW-Form-Urlencoded; charset=utf-8", "a=1+2&b=%C3%A4&c&d=&e=%zz&a.b=x=y&=z");

        assertThat(tree)
                .hasToString(
                        "{\"a\":\"1 2\",\"b\":\"ä\",\"c\":\"\",\"d\":\"\",\"e\":\"%zz\",\"a.b\":\"x=y\",\"\":\"z\"}");
    }

    @Test
    void a_field_that_is_sent_more_than_once_is_a_list() {
        assertThat(tree("application/x-www-form-urlencoded", "to=a&to=b&to=c&x=1"))
                .hasToString("{\"to\":[\"a\",\"b\",\"c\"],\"x\":\"1\"}");
    }

    @Test
    void anything_else_is_a_text_and_nothing_is_missing() {
        assertThat(tree("text/plain", "a=b").asText()).isEqualTo("a=b");
        assertThat(tree("text/plain", "2500").isTextual()).isTrue();
        assertThat(tree(null, "true").isTextual()).isTrue();
        assertThat(tree(null, "").isMissingNode()).isTrue();
        assertThat(tree("application/json", " \n").isMissingNode()).isTrue();
    }

    @Test
    void headers_are_found_without_regard_to_case() {
        Message message = Message.of(Map.of("X-Id", List.of("1", "2")), null, null);

        assertThat(message.header("x-ID")).contains("1");
        assertThat(message.header("id")).isEmpty();
        assertThat(message.text()).isEmpty();
    }

    private static JsonNode tree(String type, String text) {
        return Message.of(Map.of(), type, text).tree();
    }
}
