package dev.handoff.journal;

import java.time.Instant;

/**
 * A probe proved that it works, or stopped working.
 *
 * @param up whether it records from now on
 * @param detail the proof, or what is wrong
 */
public record ProbeChanged(long index, Instant at, String system, boolean up, String detail) implements Entry {}
