package dev.handoff.journal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a probe has seen.
 *
 * @param seenUpTo everything that happened in the system before this instant has been captured; null when the probe has
 *     seen nothing yet
 * @param evidence in words: {@code shop.events consumed to offset 412}
 * @param unasked effects of a polled system that could not be asked for in this scenario, each with the reason
 */
public record Sight(Instant seenUpTo, String evidence, Map<String, String> unasked) {

    public Sight {
        unasked = unasked == null ? Map.of() : new TreeMap<>(unasked);
    }

    public Sight(Instant seenUpTo, String evidence) {
        this(seenUpTo, evidence, Map.of());
    }
}
