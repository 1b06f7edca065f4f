package dev.handoff.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** The wall clock's time at the start of the run, carried on by the monotonic clock: it never jumps and never goes back. */
final class RunClock {

    private final Instant started;
    private final LongSupplier nanos;
    private final long startedNanos;

    RunClock(Clock wall) {
        this(wall, System::nanoTime);
    }

    /**
     * @param nanos a clock that never goes back, in nanoseconds
     */
    RunClock(Clock wall, LongSupplier nanos) {
        this.started = wall.instant();
        this.nanos = nanos;
        this.startedNanos = nanos.getAsLong();
    }

    Instant now() {
        return started.plusNanos(nanos.getAsLong() - startedNanos).truncatedTo(ChronoUnit.MICROS);
    }
}
