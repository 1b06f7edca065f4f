package dev.handoff.vocabulary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads whose clock gives a system's times. */
final class Clocks {

    private static final String OWN = "own";
    private static final String MACHINE = "machine";
    private static final List<String> WORDS = List.of("ours", OWN);
    private static final List<String> WORDS_OF_POLLED = List.of("ours", OWN, MACHINE);

    private static final List<String> WORDS_OF_PUBLISHERS = List.of(OWN, MACHINE);

    private Clocks() {}

    /** Whether the times of a system are those of another clock. */
    static boolean isOwn(Section system) {
        return word(system, WORDS).filter(OWN::equals).isPresent();
    }

    /** Whether those who give times go by this machine's clock; if not, nothing is known of theirs. */
    static boolean isMachine(Section system) {
        return word(system, WORDS_OF_PUBLISHERS).filter(MACHINE::equals).isPresent();
    }

    /** Whose clock gives the times of a system that is asked over HTTP. */
    static SystemSpec.Poll.Clock ofPolled(Section system) {
        return word(system, WORDS_OF_POLLED)
                .filter(WORDS_OF_POLLED::contains)
                .map(word -> SystemSpec.Poll.Clock.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(SystemSpec.Poll.Clock.OURS);
    }

    private static Optional<String> word(Section system, List<String> words) {
        return system.value("clock").flatMap(value -> word(value, words));
    }

    private static Optional<String> word(Value value, List<String> words) {
        Optional<String> word = value.text(Words.either(words));
        word.filter(found -> !words.contains(found))
                .ifPresent(found -> value.problem(
                        "unknown word " + Words.quoted(found) + " for " + value.what() + Words.known(found, words)));
        return word;
    }
}
