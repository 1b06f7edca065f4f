package dev.handoff.journal;

import java.time.Duration;

/**
 * How far the run's clock is ahead of another one.
 *
 * @param least at least so much
 * @param most and at most so much
 */
public record ClockDifference(Duration least, Duration most) {

    Duration width() {
        return most.minus(least);
    }
}
