package dev.handoff.journal;

import java.time.Instant;

/** A scenario asked for a misbehaviour of a system. */
public record FaultPlanned(long index, Instant at, String scenario, String system, String fault)
        implements Entry, ScenarioEntry {}
