package dev.handoff.expectation;

/**
 * An entry of the journal that a finding points at.
 *
 * @param entry its index
 * @param fields what of it matters, as text; empty when the entry speaks for itself
 * @param mark what about it is remarkable; null when nothing is
 */
public record Sighting(long entry, String fields, String mark) {

    public static Sighting of(long entry) {
        return new Sighting(entry, "", null);
    }
}
