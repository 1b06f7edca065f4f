package dev.handoff.expectation;

import java.util.List;

/**
 * An entry of the journal that a finding points at.
 *
 * @param entry its index
 * @param fields what of it matters, as text; empty when the entry speaks for itself
 * @param mark what about it is remarkable; null when nothing is
 * @param table its fields beside what a table says of them; empty when there is no table
 */
public record Sighting(long entry, String fields, String mark, List<Cell> table) {

    public Sighting {
        table = table == null ? List.of() : List.copyOf(table);
    }

    public Sighting(long entry, String fields, String mark) {
        this(entry, fields, mark, List.of());
    }

    public static Sighting of(long entry) {
        return new Sighting(entry, "", null);
    }
}
