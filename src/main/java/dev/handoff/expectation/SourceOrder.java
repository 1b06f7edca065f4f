package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Sequence;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The order that a source itself gives to its effects, by offsets or by a sequence, however rough their times are. */
final class SourceOrder {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}");

    private SourceOrder() {}

    /**
     * Whether an effect surely came before another: its source says so, and nothing contradicts it, neither their times nor
     * what else the source says.
     *
     * @param first null for what is no effect
     * @param second the same
     */
    static boolean before(Captured first, Captured second) {
        return first != null
                && second != null
                && (LogOrder.before(first, second) || bySequence(first, second))
                && !LogOrder.before(second, first)
                && !bySequence(second, first)
                && !second.occurred().before(first.occurred());
    }

    private static boolean bySequence(Captured first, Captured second) {
        return first.system().equals(second.system())
                && isOneSequence(first.sequence(), second.sequence())
                && compared(first.sequence().value(), second.sequence().value())
                        .filter(difference -> difference < 0)
                        .isPresent();
    }

    private static boolean isOneSequence(Sequence first, Sequence second) {
        return first != null
                && second != null
                && first.of().equals(second.of())
                && Objects.equals(first.per(), second.per());
    }

    /** Texts of different lengths tell nothing: as texts, A-10 comes before A-9. */
    private static Optional<Integer> compared(String first, String second) {
        boolean isNumber = NUMBER.matcher(first).matches();
        if (isNumber != NUMBER.matcher(second).matches()) {
            return Optional.empty();
        }
        if (isNumber) {
            return Optional.of(new BigInteger(first).compareTo(new BigInteger(second)));
        }
        return first.length() == second.length() ? Optional.of(first.compareTo(second)) : Optional.empty();
    }
}
