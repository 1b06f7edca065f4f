package dev.handoff.journal;

import java.time.Instant;

/**
 * The application said which stage a workflow is in.
 *
 * @param occurred between the last answer that said otherwise and this one
 */
public record StageReached(long index, Instant at, String scenario, Interval occurred, String stage)
        implements Entry, ScenarioEntry {}
