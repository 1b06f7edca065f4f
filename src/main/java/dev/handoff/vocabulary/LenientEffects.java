package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;

/** The names of effects in what is not read as a system. */
final class LenientEffects {

    private LenientEffects() {}

    /** Notes them as effects of the system, so that those who speak of them are not said to be wrong. */
    static void note(Value value, String system) {
        in(value.node()).forEach(name -> value.draft().words().effect(name.text(), system, name.place()));
    }

    /** Those under {@code records} and {@code endpoints}. */
    static List<Node.Scalar> in(Node system) {
        List<Node.Scalar> names = new ArrayList<>();
        if (part(system, "records") instanceof Node.Mapping records) {
            records.entries().forEach(entry -> names.add(entry.key()));
        }
        if (part(system, "endpoints") instanceof Node.Sequence endpoints) {
            for (Node endpoint : endpoints.items()) {
                if (part(endpoint, "records") instanceof Node.Scalar name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Node part(Node node, String key) {
        return node instanceof Node.Mapping mapping
                ? mapping.entry(key).map(Node.Entry::value).orElse(null)
                : null;
    }
}
