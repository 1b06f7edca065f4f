package dev.handoff.sandbox;

import dev.handoff.journal.ClockDifference;
import dev.handoff.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How far another clock is from ours in the course of a run. Clocks drift: a measurement holds for its moment, two of them
 * for what lies between, and their difference tells how it goes on until the next. Thread-safe.
 */
public final class SkewOverTime {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Supplier<Instant> ourClock;
    private final Optional<Supplier<Range>> known;
    private Range everything;
    private Measured beforeThat;
    private Measured previous;
    private Measured latest;

    private SkewOverTime(Supplier<Instant> ourClock, Optional<Supplier<Range>> known) {
        this.ourClock = ourClock;
        this.known = known;
    }

    /** Of a clock that can only be asked over a connection. */
    public static SkewOverTime measured(Supplier<Instant> ourClock) {
        return new SkewOverTime(ourClock, Optional.empty());
    }

    /**
     * Of the clock of this machine, by which what runs on it goes, too. On a busy machine the way to and fro takes
     * milliseconds; reading the same clock here takes none.
     */
    public static SkewOverTime ofThisMachine(Journal journal) {
        return new SkewOverTime(journal::now, Optional.of(() -> {
            ClockDifference ahead = journal.aheadOfWall();
            return new Range(ahead.least(), ahead.most());
        }));
    }

    /** Whether it was measured, and long ago. */
    public synchronized boolean isDue() {
        return known.isEmpty()
                && latest != null
                && Duration.between(latest.at(), ourClock.get()).compareTo(AGAIN) >= 0;
    }

    /** Measured for the first time, or after a gap, in which the other clock may have become another one. */
    public synchronized void begin(Range measured) {
        everything = measured;
        latest = new Measured(ourClock.get(), measured);
        previous = latest;
        beforeThat = latest;
    }

    /** Measured again, with nothing but time in between. */
    public synchronized void again(Range measured) {
        everything = everything.and(measured);
        beforeThat = previous;
        previous = latest;
        latest = new Measured(ourClock.get(), measured);
    }

    /** How far the other clock was from ours when it showed a time; empty before it was measured. */
    public synchronized Optional<Range> at(Instant theirs) {
        if (known.isPresent()) {
            return known.map(Supplier::get);
        }
        if (latest == null) {
            return Optional.empty();
        }
        Range now = latest.range().and(goneOn());
        boolean isRecent = theirs.plus(everything.least()).isAfter(beforeThat.at());
        return Optional.of((isRecent ? beforeThat.range().and(previous.range()) : everything).and(now));
    }

    /** What it is by now if it goes on as it went between the last two measurements. */
    private Range goneOn() {
        long passed = Duration.between(previous.at(), latest.at()).toNanos();
        if (passed <= 0) {
            return latest.range();
        }
        double further = (double) Duration.between(latest.at(), ourClock.get()).toNanos() / passed;
        return new Range(
                latest.range()
                        .least()
                        .plus(part(previous.range().most(), latest.range().least(), further)),
                latest.range()
                        .most()
                        .plus(part(previous.range().least(), latest.range().most(), further)));
    }

    private static Duration part(Duration from, Duration to, double further) {
        return Duration.ofNanos(Math.round(to.minus(from).toNanos() * further));
    }

    /**
     * How far two clocks are apart, as exactly as that is known.
     *
     * @param least ours is at least this much ahead
     * @param most and at most this much
     */
    public record Range(Duration least, Duration most) {

        /** What holds when either may. */
        Range and(Range other) {
            return new Range(
                    least.compareTo(other.least) < 0 ? least : other.least,
                    most.compareTo(other.most) > 0 ? most : other.most);
        }
    }

    private record Measured(Instant at, Range range) {}
}
