package dev.handoff.sandbox.kafka;

import dev.handoff.sandbox.SkewOverTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How far a broker's clock is from ours: the time that it gave a message lies between the moments at which the message left
 * and its receipt came.
 *
 * @param least our time is at least this much ahead of the broker's
 * @param most and at most this much
 */
record BrokerSkew(Duration least, Duration most) {

    private static final Duration TICK = Duration.ofMillis(1);

    /** What one message tells; a broker's time is cut to the millisecond. */
    static BrokerSkew of(Instant sent, Instant given, Instant acknowledged) {
        return new BrokerSkew(Duration.between(given.plus(TICK), sent), Duration.between(given, acknowledged));
    }

    static BrokerSkew of(SkewOverTime.Range range) {
        return new BrokerSkew(range.least(), range.most());
    }

    SkewOverTime.Range range() {
        return new SkewOverTime.Range(least, most);
    }

    /** What both tell; the later one alone when they contradict each other, for then a clock was set. */
    BrokerSkew and(BrokerSkew later) {
        Duration atLeast = least.compareTo(later.least) > 0 ? least : later.least;
        Duration atMost = most.compareTo(later.most) < 0 ? most : later.most;
        return atLeast.compareTo(atMost) > 0 ? later : new BrokerSkew(atLeast, atMost);
    }

    Instant earliest(Instant given) {
        return given.plus(least);
    }

    Instant latest(Instant given) {
        return given.plus(TICK).plus(most);
    }

    String inWords() {
        long micros = Math.max(Math.abs(least.toNanos()), Math.abs(most.toNanos())) / 1000;
        return String.format(Locale.ROOT, "%.1f ms", micros / 1000.0);
    }
}
