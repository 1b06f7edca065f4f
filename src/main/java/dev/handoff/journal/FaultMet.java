package dev.handoff.journal;

/**
 * A planned misbehaviour that a delivery meets.
 *
 * @param scenario that asked for it
 * @param held whether the exchange stays open after the delivery is on record
 */
public record FaultMet(String scenario, String fault, boolean held) {}
