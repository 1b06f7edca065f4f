package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;

/** A vocabulary while it is read: the mistakes, the words met so far, and what can be checked once all are known. */
final class Draft {

    private final Problems problems;
    private final KnownWords words = new KnownWords();
    private final List<Runnable> checks = new ArrayList<>();

    Draft(Problems problems) {
        this.problems = problems;
    }

    void problem(Place place, String text) {
        problems.add(place, text);
    }

    KnownWords words() {
        return words;
    }

    /** Runs when every section has been read, so that a word may be used above the place that defines it. */
    void afterwards(Runnable check) {
        checks.add(check);
    }

    void checkReferences() {
        checks.forEach(Runnable::run);
    }
}
