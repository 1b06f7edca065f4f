package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;

/** Bodies of requests and answers: any YAML, in which texts are templates. */
final class Bodies {

    private Bodies() {}

    static JsonNode read(Value value, Scope scope) {
        check(value, scope);
        return value.node().json();
    }

    private static void check(Value value, Scope scope) {
        if (value.node() instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> check(value.part(entry.value(), value.what()), scope));
        } else if (value.node() instanceof Node.Sequence sequence) {
            sequence.items().forEach(item -> check(value.part(item, value.what()), scope));
        } else if (value.node() instanceof Node.Scalar scalar && scalar.isText()) {
            Placeholders.check(value, scalar.text(), scope);
        }
    }
}
