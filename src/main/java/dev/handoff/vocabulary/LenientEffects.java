package dev.handoff.vocabulary;

/**
 * Notes the effects of a system that cannot be read further, so that those who speak of them are not said to be wrong.
 */
final class LenientEffects {

    private LenientEffects() {}

    static void note(Value value, String system) {
        if (!(value.node() instanceof Node.Mapping mapping)) {
            return;
        }
        mapping.entry("records")
                .map(Node.Entry::value)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .ifPresent(records -> records.entries().forEach(entry -> note(value, system, entry.key())));
        mapping.entry("endpoints")
                .map(Node.Entry::value)
                .filter(Node.Sequence.class::isInstance)
                .map(Node.Sequence.class::cast)
                .ifPresent(endpoints -> endpoints.items().forEach(endpoint -> noteEndpoint(value, system, endpoint)));
    }

    private static void noteEndpoint(Value value, String system, Node endpoint) {
        if (endpoint instanceof Node.Mapping mapping) {
            mapping.entry("records")
                    .map(Node.Entry::value)
                    .filter(Node.Scalar.class::isInstance)
                    .map(Node.Scalar.class::cast)
                    .ifPresent(name -> note(value, system, name));
        }
    }

    private static void note(Value value, String system, Node.Scalar name) {
        value.draft().words().effect(name.text(), system, name.place());
    }
}
