package dev.handoff.vocabulary;

import java.util.List;

/** Thrown when the vocabulary cannot be used; its message names every mistake, each with its place. */
public final class VocabularyInvalid extends RuntimeException {

    private final transient List<Problem> problems;

    public VocabularyInvalid(List<Problem> problems) {
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        StringBuilder text = new StringBuilder(
                problems.size() == 1
                        ? "the vocabulary has a mistake"
                        : "the vocabulary has " + problems.size() + " mistakes");
        problems.forEach(problem -> text.append("\n  ").append(problem));
        return text.toString();
    }
}
