package dev.handoff.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the values of one place were like in all payloads. */
final class Shape {

    private static final Pattern MASKED = Pattern.compile("masked-[0-9a-f]{8}");
    private static final Pattern FIELD_NAME = Pattern.compile("(?!.*(\\d{4}|[0-9a-f]{16}))[A-Za-z_$][\\w$. -]{0,59}");
    private static final int MOST_VALUES = 20;

    private final Set<String> valuesOfTheRun;
    private final Set<String> kinds = new TreeSet<>();
    private final Map<String, Shape> fields = new TreeMap<>();
    private final Map<JsonNode, Integer> scalars = new TreeMap<>(Shape::compare);
    private final Formats formats = new Formats();
    private boolean hidden;
    private boolean isMap;
    private int seen;
    private int objects;
    private int beyond;
    private Shape items;

    Shape(Set<String> valuesOfTheRun) {
        this.valuesOfTheRun = valuesOfTheRun;
    }

    private static int compare(JsonNode one, JsonNode other) {
        return (Kinds.of(one) + one.asText()).compareTo(Kinds.of(other) + other.asText());
    }

    void add(JsonNode value) {
        seen++;
        if (value.isTextual() && MASKED.matcher(value.asText()).matches()) {
            hidden = true;
            return;
        }
        kinds.add(Kinds.of(value));
        if (value.isObject()) {
            objects++;
            value.properties().forEach(field -> {
                isMap |= !isName(field.getKey());
                fields.computeIfAbsent(field.getKey(), none -> new Shape(valuesOfTheRun))
                        .add(field.getValue());
            });
        } else if (value.isArray()) {
            value.forEach(this::addItem);
        } else if (!value.isNull()) {
            scalar(value);
        }
    }

    private void addItem(JsonNode item) {
        if (items == null) {
            items = new Shape(valuesOfTheRun);
        }
        items.add(item);
    }

    private void scalar(JsonNode value) {
        if (value.isTextual()) {
            formats.add(value.asText());
        }
        if (isHidden(value)) {
            beyond++;
        } else if (scalars.containsKey(value) || scalars.size() < MOST_VALUES) {
            scalars.merge(value, 1, Integer::sum);
        } else {
            beyond++;
        }
    }

    /** Whether a secret was masked in a value, or in its place. */
    static boolean isHidden(JsonNode value) {
        return value.isTextual() && MASKED.matcher(value.asText()).find();
    }

    private boolean isName(String key) {
        return FIELD_NAME.matcher(key).matches() && !valuesOfTheRun.contains(key);
    }

    boolean hidden() {
        return hidden;
    }

    int seen() {
        return seen;
    }

    Set<String> kinds() {
        return kinds;
    }

    /** Whether its objects hold values under keys that are values themselves. */
    boolean isMap() {
        return isMap;
    }

    Map<String, Shape> fields() {
        return fields;
    }

    boolean isAlwaysThere(String field) {
        return fields.get(field).seen == objects;
    }

    /** What the items of its lists were like; null when there was none. */
    Shape items() {
        return items;
    }

    /** The values and how often each was there; empty when there are too many to tell. */
    Map<JsonNode, Integer> scalars() {
        return beyond > 0 ? Map.of() : scalars;
    }

    Formats formats() {
        return formats;
    }
}
