package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the rows of an absence's table that speak of a field which none of the effects has that are there: such a row
 * fits nothing, whatever happens.
 */
final class UnknownFields {

    private static final int MOST_NAMES = 12;

    private UnknownFields() {}

    /** What a reader should know of each such row, where there are effects to compare it with. */
    static List<String> notes(Count count, List<Captured> effects) {
        List<Fields> comparable = effects.stream()
                .filter(effect -> effect.content().cutAt() == 0)
                .map(Fields::of)
                .toList();
        if (comparable.isEmpty()) {
            return List.of();
        }
        return count.fields().stream()
                .filter(row -> !(Matchers.of(row.cell()) instanceof Absent))
                .filter(row -> comparable.stream()
                        .allMatch(fields -> fields.value(row.path()).isMissingNode()))
                .map(row -> "no " + count.effect().name() + " of this scenario has a field " + row.path()
                        + beside(row.path(), comparable))
                .toList();
    }

    private static String beside(String path, List<Fields> effects) {
        Set<String> names = new TreeSet<>();
        effects.forEach(fields -> names.addAll(fields.beside(path)));
        return names.isEmpty()
                ? ""
                : names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ", "; there are ", ""))
                        + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }
}
