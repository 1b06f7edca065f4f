package dev.handoff.journal;

import java.time.Instant;

/**
 * A planned misbehaviour took place.
 *
 * @param captured the index of the delivery that met it; 0 when it met none, but a connection
 * @param held whether the exchange stays open until an {@link ExchangeEnded} of the same delivery
 */
public record FaultFired(
        long index, Instant at, String scenario, String system, String fault, long captured, boolean held)
        implements Entry, ScenarioEntry {

    /** One that leaves nothing open. */
    public FaultFired(long index, Instant at, String scenario, String system, String fault, long captured) {
        this(index, at, scenario, system, fault, captured, false);
    }
}
