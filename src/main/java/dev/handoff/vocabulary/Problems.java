package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The mistakes found so far, of all files. */
final class Problems {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.place().file())
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());

    private final List<Problem> found = new ArrayList<>();
    private final Set<Place> spoiled = new HashSet<>();

    void add(Place place, String text) {
        if (!spoiled.contains(place)) {
            found.add(new Problem(place, text));
        }
    }

    /** A mistake after which nothing else can be said about the value that stands there. */
    void spoil(Place place, String text) {
        found.add(new Problem(place, text));
        spoiled.add(place);
    }

    /**
     * @throws VocabularyInvalid with every mistake in the order of the files, if there is one
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new VocabularyInvalid(
                    found.stream().distinct().sorted(BY_PLACE).toList());
        }
    }
}
