package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/** A JSON body whose strings are templates. A string that is one placeholder takes its value's type. */
public final class BodyTemplate {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BodyTemplate() {}

    /**
     * The body with every placeholder replaced.
     *
     * @throws Template.UnknownValue if a name has neither a value nor a default
     */
    public static JsonNode fill(JsonNode body, Function<String, Optional<Object>> values) {
        if (body.isObject()) {
            ObjectNode filled = JSON.objectNode();
            body.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue(), values)));
            return filled;
        }
        if (body.isArray()) {
            ArrayNode filled = JSON.arrayNode();
            body.forEach(item -> filled.add(fill(item, values)));
            return filled;
        }
        return body.isTextual() ? node(Template.of(body.asText()).value(values)) : body;
    }

    private static JsonNode node(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Long number) {
            return JSON.numberNode(number);
        }
        if (value instanceof BigInteger number) {
            return JSON.numberNode(number);
        }
        if (value instanceof BigDecimal number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        return JSON.textNode(String.valueOf(value));
    }
}
