package dev.handoff.sandbox.asking;

import java.time.Duration;

/**
 * How often a system is asked.
 *
 * @param every the usual pause between two turns of a scenario
 * @param waited the least pause when somebody waits for the scenario's turn
 * @param late how long the system may take to show what it has
 */
public record Rhythm(Duration every, Duration waited, Duration late) {

    /** Of a system that shows at once what it has, and may be asked at once. */
    public static Rhythm of(Duration every) {
        return new Rhythm(every, Duration.ZERO, Duration.ZERO);
    }
}
