package dev.handoff.journal;

import java.time.Instant;

/** A scenario was judged to its end. */
public record ScenarioEnded(long index, Instant at, String scenario) implements Entry, ScenarioEntry {}
