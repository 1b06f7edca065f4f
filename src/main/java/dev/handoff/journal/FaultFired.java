package dev.handoff.journal;

import java.time.Instant;

/**
 * A planned misbehaviour took place.
 *
 * @param captured the index of the delivery that met it
 */
public record FaultFired(long index, Instant at, String scenario, String system, String fault, long captured)
        implements Entry, ScenarioEntry {}
