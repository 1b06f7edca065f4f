package dev.handoff.recording;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Verdict;

/**
 * An expectation and its verdict.
 *
 * @param scenario the correlation ID of the scenario that stated it
 * @param look the index of the look at which it was judged
 */
public record Judged(String scenario, long look, Expectation expectation, Verdict verdict) {}
