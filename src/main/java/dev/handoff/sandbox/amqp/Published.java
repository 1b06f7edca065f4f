package dev.handoff.sandbox.amqp;

import dev.handoff.sandbox.SkewOverTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * When a message was published at the earliest, as whoever set the header {@code timestamp_in_ms} says: milliseconds since
 * 1970, the header that RabbitMQ's own message timestamps use. It may be the publisher's, from before the message left.
 */
final class Published {

    private static final String HEADER = "timestamp_in_ms";

    private final Optional<SkewOverTime> clock;

    /** @param clock of those who set it; absent where nothing is known of it */
    Published(Optional<SkewOverTime> clock) {
        this.clock = clock;
    }

    /**
     * The earliest that a message can have been published.
     *
     * @param after as far as the tap knows itself
     * @param arrived what says that it was published later than this says nothing
     */
    Instant earliest(Map<String, Object> headers, Instant after, Instant arrived) {
        return clock.flatMap(known -> said(headers).flatMap(theirs -> ours(known, theirs)))
                .filter(said -> said.isAfter(after) && !said.isAfter(arrived))
                .orElse(after);
    }

    private static Optional<Instant> ours(SkewOverTime clock, Instant theirs) {
        return clock.at(theirs).map(range -> theirs.plus(range.least()));
    }

    private static Optional<Instant> said(Map<String, Object> headers) {
        try {
            return Optional.ofNullable(headers)
                    .map(all -> all.get(HEADER))
                    .map(value -> Instant.ofEpochMilli(Long.parseLong(value.toString())));
        } catch (NumberFormatException | DateTimeException none) {
            return Optional.empty();
        }
    }
}
