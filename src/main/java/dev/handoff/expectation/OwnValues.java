package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values by which a scenario knows its own: tracers that it planted, business keys that it learned. */
final class OwnValues {

    private static final int SHORTEST = 4;

    private final Map<String, String> names = new LinkedHashMap<>();

    OwnValues(Snapshot snapshot) {
        snapshot.started().tracers().forEach(tracer -> add(tracer, "tracer"));
        snapshot.entries(KeyLearned.class).forEach(learned -> add(learned.value(), learned.name()));
    }

    private void add(String value, String name) {
        if (value.length() >= SHORTEST) {
            names.putIfAbsent(value, name);
        }
    }

    /** One of them that a delivery carries as a whole value, with its name: {@code order_id A-100}. */
    Optional<String> in(Captured captured) {
        List<String> values = new ArrayList<>(captured.properties().values());
        captured.content().headers().values().forEach(values::addAll);
        leaves(captured.content().tree(), values);
        return values.stream()
                .filter(names::containsKey)
                .findFirst()
                .map(value -> names.get(value) + " " + Shown.bare(value));
    }

    private static void leaves(JsonNode node, List<String> values) {
        if (node.isValueNode()) {
            values.add(node.asText());
        }
        node.forEach(child -> leaves(child, values));
    }
}
