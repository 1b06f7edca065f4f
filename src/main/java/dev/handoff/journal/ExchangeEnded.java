package dev.handoff.journal;

import java.time.Instant;

/**
 * An exchange that a planned misbehaviour held open came to its end.
 *
 * @param scenario that asked for the misbehaviour
 * @param captured the index of the delivery
 * @param answered whether the answer that is on record with the delivery reached whoever waited for it
 * @param how in words: {@code answered 201}, {@code the caller hung up}
 */
public record ExchangeEnded(
        long index, Instant at, String scenario, String system, long captured, boolean answered, String how)
        implements Entry, ScenarioEntry {}
