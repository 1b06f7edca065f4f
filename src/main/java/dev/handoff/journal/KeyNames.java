package dev.handoff.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Which fields hold business keys. */
final class KeyNames {

    private final Map<String, String> keyOfField = new HashMap<>();
    private final Map<String, List<String>> fieldsOfKey = new HashMap<>();
    private final Set<String> parameters;

    KeyNames(Map<String, List<String>> keys, Set<String> parameters) {
        this.parameters = parameters;
        keys.forEach((key, aliases) -> {
            fieldsOfKey.put(key, Stream.concat(Stream.of(key), aliases.stream()).toList());
            fieldsOfKey.get(key).forEach(field -> keyOfField.put(Names.normal(field), key));
        });
    }

    /** The key that a name stands for. */
    Optional<String> key(String name) {
        return Optional.ofNullable(keyOfField.get(Names.normal(name)));
    }

    /** The key that a remembered value is, if only where a system was asked by it. */
    Optional<String> remembered(String name) {
        return key(name)
                .or(() ->
                        Optional.of(name).filter(parameters::contains).map(parameter -> Values.PARAMETER + parameter));
    }

    /** The names of the fields that hold a key. */
    List<String> fields(String key) {
        return fieldsOfKey.getOrDefault(key, List.of(key));
    }

    /** The tokens under which a value of a key may be found. */
    List<String> tokens(String key, String value) {
        return key.startsWith(Values.PARAMETER)
                ? List.of(Values.askedBy(key, value))
                : Values.keyTokens(fields(key), value);
    }

    /** Every field of a content that holds a key: its name and value. */
    void in(Message content, BiConsumer<String, String> each) {
        content.headers().forEach((name, values) -> {
            String key = keyOfField.get(Names.normal(name));
            if (key != null) {
                values.forEach(value -> each.accept(key, value));
            }
        });
        in(content.tree(), each);
    }

    private void in(JsonNode node, BiConsumer<String, String> each) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                String key = keyOfField.get(Names.normal(field.getKey()));
                if (key != null) {
                    scalars(field.getValue()).forEach(value -> each.accept(key, value));
                }
                in(field.getValue(), each);
            });
        } else if (node.isArray()) {
            node.forEach(item -> in(item, each));
        }
    }

    private static List<String> scalars(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> values.addAll(scalars(item)));
        } else if (node.isValueNode() && !node.isNull()) {
            values.add(node.asText());
        }
        return values;
    }
}
