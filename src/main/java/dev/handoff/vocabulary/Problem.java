package dev.handoff.vocabulary;

/**
 * One mistake in the vocabulary.
 *
 * @param text what was found, what is allowed, and the nearest known word where there is one
 */
public record Problem(Place place, String text) {

    @Override
    public String toString() {
        return place + ": " + text;
    }
}
