package dev.handoff.expectation;

/**
 * Something that must hold, and where it was stated.
 *
 * @param strays what deliveries that fit no scenario do to counts of their kind
 */
public record Expectation(Source source, Statement statement, Strays strays) {

    /** What deliveries that fit no scenario do to counts of their kind. */
    public enum Strays {
        IGNORE,
        WARN,
        FAIL
    }
}
