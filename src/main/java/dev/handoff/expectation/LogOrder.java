package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import java.util.Optional;

/** The order of two messages in one partition of a log: their offsets tell it, however rough their times are. */
final class LogOrder {

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
        Optional<Long> one = offset(first);
        Optional<Long> other = offset(second);
        return one.isPresent()
                && other.isPresent()
                && one.get() < other.get()
                && !second.occurred().before(first.occurred());
    }

    private static boolean isOneLog(Captured first, Captured second) {
        return first.system().equals(second.system())
                && isSame("topic", first, second)
                && isSame("partition", first, second);
    }

    private static boolean isSame(String property, Captured first, Captured second) {
        String value = first.properties().get(property);
        return value != null && value.equals(second.properties().get(property));
    }

    private static Optional<Long> offset(Captured message) {
        return Optional.ofNullable(message.properties().get("offset"))
                .filter(offset -> offset.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
