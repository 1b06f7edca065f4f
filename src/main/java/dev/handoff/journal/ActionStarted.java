package dev.handoff.journal;

import java.time.Instant;

/**
 * A scenario is about to do something.
 *
 * @param name how order steps speak of it
 * @param text the step as written
 */
public record ActionStarted(long index, Instant at, String scenario, String name, String text)
        implements Entry, ScenarioEntry {}
