package dev.handoff.vocabulary;

import java.util.Optional;

/** The right side of {@code where} and {@code when}: any scalar, compared as text. */
final class Conditions {

    private Conditions() {}

    static Optional<String> value(Value value) {
        return value.scalar("a text, a number, true or false").flatMap(text -> Placeholders.none(value, text));
    }
}
