package dev.handoff.sandbox;

/**
 * Evidence about work in flight.
 *
 * @param atRest whether none is
 * @param words the evidence: {@code outbox empty}, {@code shop-refunds has 2 messages to read}
 */
public record Rest(boolean atRest, String words) {}
