package dev.handoff.journal;

import java.time.Instant;

/**
 * How far a probe has seen.
 *
 * @param seenUpTo everything that happened in the system before this instant has been captured; null when the probe has
 *     seen nothing yet
 * @param evidence in words: {@code shop.events consumed to offset 412}
 */
public record Sight(Instant seenUpTo, String evidence) {}
