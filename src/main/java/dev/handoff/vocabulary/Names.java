package dev.handoff.vocabulary;

import java.util.Optional;
import java.util.regex.Pattern;

/** The words that sentences are made of, and the names that placeholders and headers have. */
final class Names {

    private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N}_.'/-]+( [\\p{L}\\p{N}_.'/-]+)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Names() {}

    /** A name that can stand in a step. */
    static boolean speakable(Draft draft, Place place, String what, String name) {
        if (name.isBlank()) {
            draft.problem(place, "the name of " + what + " is empty");
            return false;
        }
        return good(
                SPEAKABLE,
                draft,
                place,
                name,
                "cannot be the name of " + what
                        + "; letters, digits, single spaces and - _ . ' / can be matched in a step");
    }

    static Optional<String> speakable(Value value, String what) {
        return value.text().filter(name -> speakable(value.draft(), value.place(), what, name));
    }

    /** A name that can stand in a placeholder and is told from an environment variable. */
    static boolean identifier(Draft draft, Place place, String what, String name) {
        if (EnvironmentVariables.isName(name)) {
            draft.problem(
                    place,
                    Words.quoted(name) + " cannot be " + what + "; upper case is kept for environment variables");
            return false;
        }
        return good(
                IDENTIFIER,
                draft,
                place,
                name,
                "cannot be " + what + "; a letter or _ is allowed, then letters, digits, _ and -");
    }

    static Optional<String> identifier(Value value, String what) {
        return value.text().filter(name -> identifier(value.draft(), value.place(), what, name));
    }

    static boolean header(Draft draft, Place place, String name) {
        return good(HEADER, draft, place, name, "is no name of a header; write it as in X-Correlation-Id");
    }

    static boolean variable(Value.Named entry) {
        return good(
                VARIABLE,
                entry.value().draft(),
                entry.place(),
                entry.name(),
                "is no name of an environment variable; letters, digits and _ are allowed");
    }

    private static boolean good(Pattern pattern, Draft draft, Place place, String name, String complaint) {
        boolean good = pattern.matcher(name).matches();
        if (!good) {
            draft.problem(place, Words.quoted(name) + " " + complaint);
        }
        return good;
    }
}
