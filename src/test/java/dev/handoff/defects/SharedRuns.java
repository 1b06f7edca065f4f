package dev.handoff.defects;

import dev.handoff.vocabulary.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which defects are carried by one run of the features. */
public final class SharedRuns {

    /** A run for each defect. */
    public static final String EACH = "each";

    private SharedRuns() {}

    /**
     * As few runs as do: defects of different workflows do not disturb each other, and go together unless one of them is
     * said to be alone, or a scenario is red under both.
     *
     * @param which all of them if empty, each in a run of its own for {@link #EACH}, otherwise names with commas
     * @throws IllegalArgumentException when the catalogue has no defect of a name
     */
    public static List<List<KnownDefect>> of(List<KnownDefect> catalogue, String which) {
        if (which.equals(EACH)) {
            return catalogue.stream().map(List::of).toList();
        }
        return together(which.isEmpty() ? catalogue : named(catalogue, which));
    }

    private static List<List<KnownDefect>> together(List<KnownDefect> defects) {
        List<List<KnownDefect>> runs = new ArrayList<>();
        for (KnownDefect defect : defects) {
            runs.stream()
                    .filter(run -> run.stream().allMatch(defect::goesWith))
                    .findFirst()
                    .orElseGet(() -> {
                        runs.add(new ArrayList<>());
                        return runs.get(runs.size() - 1);
                    })
                    .add(defect);
        }
        return runs;
    }

    private static List<KnownDefect> named(List<KnownDefect> catalogue, String which) {
        Map<String, KnownDefect> byName = catalogue.stream()
                .collect(Collectors.toMap(KnownDefect::name, defect -> defect, (one, other) -> one, TreeMap::new));
        List<KnownDefect> named = new ArrayList<>();
        for (String name : which.split("\\s*,\\s*")) {
            if (!byName.containsKey(name)) {
                throw new IllegalArgumentException("the catalogue has no defect \"" + name + "\""
                        + Nearest.hint(name, byName.keySet()) + " Known: " + String.join(", ", byName.keySet()));
            }
            named.add(byName.get(name));
        }
        return named;
    }
}
