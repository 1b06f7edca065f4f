package dev.handoff.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The wall clock's time at the start of the run, carried on by the monotonic clock: it never jumps and never goes back. */
final class RunClock {

    private final Instant started;
    private final long startedNanos = System.nanoTime();

    RunClock(Clock wall) {
        this.started = wall.instant();
    }

    Instant now() {
        return started.plusNanos(System.nanoTime() - startedNanos).truncatedTo(ChronoUnit.MICROS);
    }
}
