package dev.handoff.sandbox.kafka;

import dev.handoff.journal.Interval;
import java.time.Instant;

/** When a message was published, as exactly as its timestamp and the tap can tell. */
final class Publication {

    private Publication() {}

    /**
     * The time of a message that the tap has just read.
     *
     * @param timestamp of the message, in milliseconds since 1970
     * @param byOurClock whether the broker set it when it took the message, by a clock that agrees with ours; otherwise it is
     *     the producer's, who may have made the message long before it was published
     * @param lastSeen the message was published after this
     * @param now and before this
     */
    static Interval of(long timestamp, boolean byOurClock, Instant lastSeen, Instant now) {
        Instant stamped = Instant.ofEpochMilli(timestamp);
        boolean possible = !stamped.plusMillis(1).isBefore(lastSeen) && !stamped.isAfter(now);
        Instant earliest = possible ? stamped : lastSeen;
        Instant latest = possible && byOurClock && stamped.plusMillis(1).isBefore(now) ? stamped.plusMillis(1) : now;
        return new Interval(earliest.isAfter(latest) ? latest : earliest, latest);
    }
}
