package dev.handoff.journal;

import java.time.Instant;

/**
 * An effect that was captured before turned out to fit a scenario.
 *
 * @param captured the index of the effect
 */
public record Claimed(long index, Instant at, long captured, Claim claim) implements Entry {}
