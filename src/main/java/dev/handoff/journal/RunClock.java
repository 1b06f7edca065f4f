package dev.handoff.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** The wall clock's time at the start of the run, carried on by the monotonic clock: it never jumps and never goes back. */
final class RunClock {

    private static final int ATTEMPTS = 5;
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);
    private static final Duration EXACT = Duration.ofNanos(50_000);

    private final Clock wall;
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
        this.wall = wall;
        this.started = wall.instant();
        this.nanos = nanos;
        this.startedNanos = nanos.getAsLong();
    }

    Instant now() {
        return started.plusNanos(nanos.getAsLong() - startedNanos).truncatedTo(ChronoUnit.MICROS);
    }

    /** How far it is ahead of this machine's clock by now: that one may be set or slewed, this one is not. */
    ClockDifference aheadOfWall() {
        ClockDifference best = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant before = now();
            Instant theirs = wall.instant();
            ClockDifference found = new ClockDifference(
                    Duration.between(theirs, before),
                    Duration.between(theirs, now()).plus(TICK));
            if (best == null || found.width().compareTo(best.width()) < 0) {
                best = found;
            }
            if (best.width().compareTo(EXACT) <= 0) {
                break;
            }
        }
        return best;
    }
}
