package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Kinds of values, by JSON Schema's names for them. */
final class Kinds {

    private Kinds() {}

    /** What a value is; a number without a fraction is an {@code integer}. */
    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case NUMBER -> isWhole(value) ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case NULL, MISSING -> "null";
            default -> "string";
        };
    }

    private static boolean isWhole(JsonNode number) {
        return number.isIntegralNumber()
                || number.decimalValue().stripTrailingZeros().scale() <= 0;
    }

    /** The kinds that a part of a schema allows, as far as it says; none when it does not. */
    static Set<String> allowedBy(JsonNode schema) {
        Set<String> kinds = new TreeSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            kinds.add(type.asText());
        }
        type.forEach(one -> kinds.add(one.asText()));
        if (kinds.isEmpty() && schema.has("const")) {
            kinds.add(of(schema.get("const")));
        }
        if (kinds.isEmpty()) {
            schema.path("enum").forEach(value -> kinds.add(of(value)));
        }
        return kinds;
    }

    static boolean fits(Set<String> allowed, String kind) {
        return allowed.isEmpty() || allowed.contains(kind) || kind.equals("integer") && allowed.contains("number");
    }

    /** {@code a text or null}. */
    static String words(Set<String> kinds) {
        List<String> words = new ArrayList<>(kinds.stream()
                .filter(kind -> !kind.equals("null"))
                .map(Kinds::word)
                .toList());
        if (kinds.contains("null")) {
            words.add("null");
        }
        return words.isEmpty() ? "a value" : words.stream().distinct().collect(Collectors.joining(" or "));
    }

    private static String word(String kind) {
        return switch (kind) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "object" -> "an object";
            case "array" -> "a list";
            default -> kind;
        };
    }
}
