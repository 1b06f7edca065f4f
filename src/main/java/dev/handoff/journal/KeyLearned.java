package dev.handoff.journal;

import java.time.Instant;

/**
 * A scenario learned a business key: from now on, and for what was captured since it began, the value is its own.
 *
 * @param from the index of the entry that taught it
 */
public record KeyLearned(long index, Instant at, String scenario, String name, String value, long from)
        implements Entry, ScenarioEntry {}
