package dev.handoff.vocabulary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vocabulary while it is read: the mistakes, the words met so far, and what can be checked once all are known. */
final class Draft {

    private final Problems problems;
    private final KnownWords words = new KnownWords();
    private final LostEffects lost = new LostEffects();
    private final List<Runnable> checks = new ArrayList<>();
    private final Map<String, Path> folders = new HashMap<>();

    Draft(Problems problems) {
        this.problems = problems;
    }

    void problem(Place place, String text) {
        problems.add(place, text);
    }

    KnownWords words() {
        return words;
    }

    LostEffects lost() {
        return lost;
    }

    /** A file of the vocabulary, which is one itself or one of a folder. */
    void file(Path file, Path fileOrFolder) {
        folders.put(
                SourceFiles.name(file),
                fileOrFolder.toAbsolutePath().normalize().getParent());
    }

    /** The folder in which the vocabulary lies that says something. */
    Path beside(Place place) {
        return folders.getOrDefault(place.file(), Path.of(""));
    }

    /** Runs when every section has been read, so that a word may be used above the place that defines it. */
    void afterwards(Runnable check) {
        checks.add(check);
    }

    void checkReferences() {
        checks.forEach(Runnable::run);
        lost.report(problems, words.effects().keySet());
    }
}
