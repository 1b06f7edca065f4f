package dev.handoff.sandbox.kafka;

import dev.handoff.journal.Interval;
import java.time.Instant;
import java.util.Optional;

/** When a message was published, as exactly as its timestamp and the tap can tell. */
final class Publication {

    private Publication() {}

    /** The time of a message that says nothing about it: after the tap had last seen everything, and before now. */
    static Interval between(Instant lastSeen, Instant now) {
        return new Interval(lastSeen.isAfter(now) ? now : lastSeen, now);
    }

    /**
     * The time of a message that the tap has just read.
     *
     * @param timestamp of the message, in milliseconds since 1970
     * @param skew how the clock that gave it differs from ours, if the broker did when it took the message; otherwise it is
     *     the producer's, who may have made the message long before it was published
     * @param lastSeen the message was published after this
     * @param now and before this
     */
    static Interval of(long timestamp, Optional<BrokerSkew> skew, Instant lastSeen, Instant now) {
        Instant stamped = Instant.ofEpochMilli(timestamp);
        Instant earliest = skew.map(known -> known.earliest(stamped)).orElse(stamped);
        Instant latest = skew.map(known -> known.latest(stamped)).orElse(stamped.plusMillis(1));
        if (latest.isBefore(lastSeen) || earliest.isAfter(now)) {
            return between(lastSeen, now);
        }
        return new Interval(
                earliest.isBefore(lastSeen) ? lastSeen : earliest,
                skew.isPresent() && latest.isBefore(now) ? latest : now);
    }
}
