package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import java.util.Optional;

/**
 * The order of two messages in one partition of a log, or in one queue: their offsets or positions tell it, however rough
 * their times are.
 */
final class LogOrder {

    private static final String POSITION = "position";

    private LogOrder() {}

    /**
     * Whether a message surely stands before another. Their times must not contradict it, and they must have been read in
     * that order: in a topic that was deleted and made again, offsets begin anew.
     *
     * @param first null for what is no message
     * @param second the same
     */
    static boolean before(Captured first, Captured second) {
        if (first == null || second == null || first.index() >= second.index() || !isOneLog(first, second)) {
            return false;
        }
        Optional<Long> one = place(first);
        Optional<Long> other = place(second);
        return one.isPresent()
                && other.isPresent()
                && one.get() < other.get()
                && !second.occurred().before(first.occurred());
    }

    private static boolean isOneLog(Captured first, Captured second) {
        return first.system().equals(second.system())
                && (isQueued(first) && isQueued(second)
                        || isSame("topic", first, second) && isSame("partition", first, second));
    }

    /** Whether it came out of the one queue that a system's tap has. */
    private static boolean isQueued(Captured message) {
        return message.properties().containsKey(POSITION);
    }

    private static boolean isSame(String property, Captured first, Captured second) {
        String value = first.properties().get(property);
        return value != null && value.equals(second.properties().get(property));
    }

    private static Optional<Long> place(Captured message) {
        return Optional.ofNullable(message.properties().get(isQueued(message) ? POSITION : "offset"))
                .filter(place -> place.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
