package dev.handoff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handoff.journal.Breach;
import dev.handoff.journal.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    private static final String EVENT = """
            {"type": "object",
             "required": ["amount", "lines"],
             "properties": {
               "amount": {"type": "integer", "minimum": 1},
               "currency": {"enum": ["EUR", "USD"]},
               "version": {"const": 2},
               "state": {"type": "string", "enum": ["open", "paid"]},
               "email": {"type": "string", "format": "email"},
               "at": {"type": "string", "format": "date-time"},
               "note": {"type": ["string", "null"]},
               "either": {"anyOf": [{"type": "string"}, {"type": "null"}]},
               "id": {"type": "string", "pattern": "^re_"},
               "lines": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/line"}},
               "a b": {"type": "string"}},
             "additionalProperties": false,
             "$defs": {"line": {"type": "object", "required": ["sku"], "properties": {"sku": {"type": "string"}}}}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "amount": null               | $.amount is null, expected a whole number
            "amount": "25.00"            | $.amount is "25.00" (text), expected a whole number
            "amount": 25.5               | $.amount is 25.5 (number), expected a whole number
            "amount": 0                  | $.amount is 0 (number), expected at least 1
            "currency": "GBP"            | $.currency is "GBP" (text), expected one of EUR, USD
            "state": 5                   | $.state is 5 (number), expected a text
            "version": 1                 | $.version is 1 (number), expected 2 (number)
            "email": "ada"               | $.email is "ada" (text), expected an e-mail address
            "at": "1772000000"           | $.at is "1772000000" (text), expected a time with offset as in 2026-01-31T12:00:00Z
            "at": 1772000000             | $.at is 1772000000 (number), expected a text
            "note": 7                    | $.note is 7 (number), expected a text or null
            "either": 7                  | $.either is 7 (number), expected a text or null
            "id": "pi_1"                 | $.id is "pi_1" (text), expected a text that fits ^re_
            "lines": []                  | $.lines is an empty list, expected a list of at least 1
            "lines": {}                  | $.lines is an object, expected a list
            "lines": [{"sku": "a"}, {}]  | $.lines[1].sku is missing
            "a b": 1                     | $['a b'] is 1 (number), expected a text
            "extra": {"a": 1}            | $.extra is an object, expected no field that the contract does not name
            """)
    void a_breach_says_where_what_is_and_what_is_expected(String field, String words) throws Exception {
        String whole = field.startsWith("\"amount\"") ? field : "\"amount\": 2500, " + field;
        String payload =
                "{" + (field.startsWith("\"lines\"") ? whole : whole + ", \"lines\": [{\"sku\": \"a\"}]") + "}";
        assertThat(breaches(EVENT, payload)).extracting(Breach::words).containsExactly(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.test",
                "ada@localhost",
                "h7k2+a.b@mail.example.org",
                "\"a b\"@example.org",
                "ada@[127.0.0.1]"
            })
    void a_mailbox_need_not_be_in_a_domain_that_exists(String mailbox) throws Exception {
        assertThat(Contract.of("{\"format\": \"email\"}").breaches(TextNode.valueOf(mailbox)))
                .isEmpty();
        String named = "{\"$schema\": \"" + Contract.DIALECT + "\", \"format\": \"email\"}";
        assertThat(Contract.of(named).breaches(TextNode.valueOf(mailbox))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "ada@", "@example.org", "a b@example.org", "ada@exa mple.org", "Ada <ada@example.org>", ""
            })
    void what_is_no_mailbox_is_none(String text) throws Exception {
        assertThat(Contract.of("{\"format\": \"email\"}").breaches(TextNode.valueOf(text)))
                .hasSize(1);
    }

    @Test
    void what_keeps_the_contract_has_no_breach() throws Exception {
        assertThat(breaches(EVENT, "{\"amount\": 25.00, \"note\": null, \"lines\": [{\"sku\": \"a\", \"more\": 1}]}"))
                .isEmpty();
    }

    @Test
    void a_breach_names_the_rule_in_the_schema_where_it_is_written() throws Exception {
        assertThat(breaches(EVENT, "{\"amount\": 1, \"lines\": [{\"sku\": 5}, {}]}"))
                .extracting(Breach::path, Breach::rule)
                .containsExactly(
                        tuple("$.lines[0].sku", "#/$defs/line/properties/sku/type"),
                        tuple("$.lines[1].sku", "#/$defs/line/required"));
    }

    @Test
    void a_payload_that_is_no_object_or_empty_is_one_breach() throws Exception {
        assertThat(breaches(EVENT, "not json"))
                .extracting(Breach::words)
                .containsExactly("$ is \"not json\" (text), expected an object");
        assertThat(Contract.of(EVENT).breaches(MissingNode.getInstance()))
                .extracting(Breach::words)
                .containsExactly("$ is null, expected an object");
    }

    @Test
    void none_of_several_alternatives_is_one_breach() throws Exception {
        String either = """
                {"oneOf": [{"type": "object", "required": ["card"]}, {"type": "object", "required": ["iban"]}]}""";
        assertThat(breaches(either, "{}"))
                .extracting(Breach::words)
                .containsExactly("$ is an object, expected what one of the alternatives allows");
        assertThat(breaches(either, "{\"card\": 1, \"iban\": 2}"))
                .extracting(Breach::words)
                .containsExactly("$ is an object, expected what one of the alternatives alone allows");
        assertThat(breaches(either, "{\"iban\": 2}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            { "type": "object"                      | it is no JSON in line 1, column
            { "type": "object", "type": "array" }   | Duplicate
            []                                      | it is an empty list; a contract is an object
            true                                    | it is true (boolean); a contract is an object
            {}                                      | it says nothing that a payload could break
            { "title": "An event" }                 | it says nothing that a payload could break
            { "type": "strin" }                     | #/type is "strin" (text); JSON Schema allows one of array, boolean
            { "properties": { "a": { "minimum": "1" } } } | #/properties/a/minimum is "1" (text)
            { "pattern": "(" }                      | #/pattern is "(" (text)
            { "$ref": "#/$defs/nowhere" }           | nowhere cannot be resolved
            { "properties": { "a": { "$ref": "money.json" } } } | it refers to money.json; a contract holds all that it needs
            { "$schema": "http://json-schema.org/draft-07/schema#", "type": "object" } | its $schema is http://json-schema.org/draft-07
            """)
    void what_no_payload_could_be_judged_by_is_refused_with_the_reason(String schema, String reason) {
        assertThatExceptionOfType(NotASchema.class)
                .isThrownBy(() -> Contract.of(schema))
                .withMessageContaining(reason);
    }

    static List<Breach> breaches(String schema, String payload) throws NotASchema {
        return Contract.of(schema)
                .breaches(Message.of(Map.of(), "application/json", payload).tree());
    }
}
