package dev.handoff.journal;

import java.time.Instant;

/** When something happened, as exactly as it is known: not before the earliest and not after the latest instant. */
public record Interval(Instant earliest, Instant latest) {

    public Interval {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("an interval ends before it begins: " + earliest + " to " + latest);
        }
    }

    public static Interval at(Instant instant) {
        return new Interval(instant, instant);
    }

    /** Whether it surely happened before the other. */
    public boolean before(Interval other) {
        return latest.isBefore(other.earliest);
    }
}
