package dev.handoff.sandbox.asking;

import java.time.Instant;
import java.util.List;

/**
 * What a question showed.
 *
 * @param asked when the asking began
 */
record Answer(List<Shown> shown, Instant asked) {}
