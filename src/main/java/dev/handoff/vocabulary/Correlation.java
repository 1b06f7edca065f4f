package dev.handoff.vocabulary;

import java.util.List;

/**
 * How effects are led back to the scenario that caused them.
 *
 * @param header the header that carries the correlation ID of each action; {@code X-Correlation-Id} unless said
 * @param keys business keys that are learned from actions and attributed effects
 * @param onStray what an effect of nobody does to verdicts about effects of its kind
 * @param mask names of further headers and fields whose values are secrets
 */
public record Correlation(String header, List<Key> keys, OnStray onStray, List<String> mask) {

    public Correlation {
        keys = List.copyOf(keys);
        mask = List.copyOf(mask);
    }

    /**
     * A business key.
     *
     * @param name as {@code order_id}; a field {@code orderId} or {@code order-id} is the same name
     * @param aliases further field names that hold it
     */
    public record Key(String name, List<String> aliases) {
        public Key {
            aliases = List.copyOf(aliases);
        }
    }

    /** What an effect of nobody does to verdicts about effects of its kind. */
    public enum OnStray {
        /** Nothing. */
        IGNORE,
        /** It is named beside the verdict. */
        WARN,
        /** What would be met is inconclusive. */
        FAIL
    }
}
