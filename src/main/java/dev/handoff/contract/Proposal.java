package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A schema of what was seen. Values are told only of fields that say of what sort a payload is, and only when they are
 * words: the one that all have, or the few that many share.
 */
final class Proposal {

    private static final Set<String> SORTS =
            Set.of("type", "kind", "event", "eventtype", "object", "version", "schemaversion", "specversion");
    private static final Set<String> CLASSES =
            Set.of("status", "state", "stage", "level", "risklevel", "plan", "channel", "priority", "severity", "role");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z][A-Za-z _.:/-]{0,59}");
    private static final Pattern VERSION = Pattern.compile("v?\\d{1,3}(\\.\\d{1,3}){0,2}");
    private static final int MANY = 10;
    private static final int FEW = 6;

    private Proposal() {}

    static ObjectNode of(Shape shape) {
        return of(shape, "");
    }

    private static ObjectNode of(Shape shape, String name) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (shape.hidden()) {
            return schema.put("description", "Masked in the journal: nothing is known of its values.");
        }
        type(shape.kinds()).ifPresent(type -> schema.set("type", type));
        constant(shape, name).ifPresent(value -> schema.set("const", value));
        if (!schema.has("const")) {
            choice(shape, name).ifPresent(values -> schema.set("enum", values));
        }
        if (!schema.has("const") && !schema.has("enum")) {
            shape.formats().all().ifPresent(format -> schema.put("format", format));
        }
        if (shape.isMap()) {
            map(shape, schema);
        } else if (!shape.fields().isEmpty()) {
            object(shape, schema);
        }
        if (shape.items() != null) {
            schema.set("items", of(shape.items(), name));
        }
        return schema;
    }

    private static Optional<JsonNode> type(Set<String> seen) {
        Set<String> kinds = new TreeSet<>(seen);
        if (kinds.contains("number")) {
            kinds.remove("integer");
        }
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        List<String> ordered = new ArrayList<>(kinds);
        ordered.sort(Comparator.comparing((String kind) -> kind.equals("null")).thenComparing(kind -> kind));
        if (ordered.size() == 1) {
            return Optional.of(JsonNodeFactory.instance.textNode(ordered.get(0)));
        }
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        ordered.forEach(types::add);
        return Optional.of(types);
    }

    private static void object(Shape shape, ObjectNode schema) {
        ArrayNode required = JsonNodeFactory.instance.arrayNode();
        shape.fields().keySet().stream().filter(shape::isAlwaysThere).forEach(required::add);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        ObjectNode properties = schema.putObject("properties");
        shape.fields().forEach((name, field) -> properties.set(name, of(field, name)));
    }

    /** The keys are values; only what is under them is told. */
    private static void map(Shape shape, ObjectNode schema) {
        List<ObjectNode> all = shape.fields().values().stream()
                .map(field -> of(field, ""))
                .distinct()
                .toList();
        if (all.size() == 1) {
            schema.set("additionalProperties", all.get(0));
        }
    }

    private static Optional<JsonNode> constant(Shape shape, String name) {
        return SORTS.contains(plain(name))
                        && shape.scalars().size() == 1
                        && shape.kinds().size() == 1
                ? shape.scalars().keySet().stream()
                        .filter(value -> isTelling(value, name))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<ArrayNode> choice(Shape shape, String name) {
        Map<JsonNode, Integer> values = shape.scalars();
        boolean good = (CLASSES.contains(plain(name)) || SORTS.contains(plain(name)))
                && shape.kinds().equals(Set.of("string"))
                && !values.isEmpty()
                && values.size() <= FEW
                && values.values().stream().mapToInt(times -> times).sum() >= MANY
                && values.values().stream().allMatch(times -> times > 1)
                && values.keySet().stream().allMatch(value -> isTelling(value, name));
        if (!good) {
            return Optional.empty();
        }
        ArrayNode choice = JsonNodeFactory.instance.arrayNode();
        values.keySet().forEach(choice::add);
        return Optional.of(choice);
    }

    private static boolean isTelling(JsonNode value, String name) {
        String text = value.asText();
        return WORDS.matcher(text).matches()
                || plain(name).endsWith("version") && VERSION.matcher(text).matches();
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
