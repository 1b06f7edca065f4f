package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;

/** Reads whose clock gives a system's times. */
final class Clocks {

    private static final String OWN = "own";
    private static final List<String> WORDS = List.of("ours", OWN);

    private Clocks() {}

    /** Whether the times of a system are those of another clock. */
    static boolean isOwn(Section system) {
        return system.value("clock").flatMap(Clocks::word).filter(OWN::equals).isPresent();
    }

    private static Optional<String> word(Value value) {
        Optional<String> word = value.text(Words.either(WORDS));
        word.filter(found -> !WORDS.contains(found))
                .ifPresent(found -> value.problem(
                        "unknown word " + Words.quoted(found) + " for " + value.what() + Words.known(found, WORDS)));
        return word;
    }
}
