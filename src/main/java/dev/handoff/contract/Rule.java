package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a rule of a schema asks for, in words. */
final class Rule {

    private static final Map<String, String> FORMATS = Map.of(
            "date-time", "a time with offset as in 2026-01-31T12:00:00Z",
            "date", "a date as in 2026-01-31",
            "email", "an e-mail address",
            "uri", "an address as in https://example.org/path",
            "uuid", "a UUID");
    private static final Map<String, String> BOUNDS = Map.of(
            "minimum", "at least %s",
            "maximum", "at most %s",
            "exclusiveMinimum", "more than %s",
            "exclusiveMaximum", "less than %s",
            "multipleOf", "a multiple of %s",
            "minLength", "a text of at least %s characters",
            "maxLength", "a text of at most %s characters",
            "minItems", "a list of at least %s",
            "maxItems", "a list of at most %s",
            "pattern", "a text that fits %s");

    private Rule() {}

    static String words(Error error) {
        String keyword = error.getKeyword();
        JsonNode said = error.getSchemaNode();
        if (keyword.equals("type")) {
            return Kinds.words(
                    Kinds.allowedBy(JsonNodeFactory.instance.objectNode().set("type", said)));
        }
        if (keyword.equals("const")) {
            return Found.in(said);
        }
        if (keyword.equals("enum")) {
            return "one of "
                    + StreamSupport.stream(said.spliterator(), false)
                            .map(value -> value.isTextual() ? value.asText() : Found.in(value))
                            .collect(Collectors.joining(", "));
        }
        if (keyword.equals("format")) {
            return FORMATS.getOrDefault(said.asText(), "a text of the format " + said.asText());
        }
        if (BOUNDS.containsKey(keyword)) {
            return String.format(BOUNDS.get(keyword), said.asText());
        }
        return "what the contract says: " + error.getMessage();
    }
}
