package dev.handoff.run;

import java.time.Duration;

/**
 * How a message is delivered again.
 *
 * @param first whether it is the first of its kind that the scenario has seen; otherwise the latest
 * @param times how many copies
 * @param after how long to wait before the first of them
 */
public record Again(boolean first, int times, Duration after) {}
