package dev.handoff.journal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether one field may be another under a new name. */
public final class SimilarNames {

    private static final Set<String> IN_MANY_NAMES =
            Set.of("id", "ref", "no", "number", "name", "type", "code", "key", "at", "on", "date", "time", "url", "is");

    private SimilarNames() {}

    /** Whether two names share a word that is not in many names, or differ in how their words are joined only. */
    public static boolean areSimilar(String one, String other) {
        Set<String> shared = words(one);
        shared.retainAll(words(other));
        return !shared.isEmpty() || joined(one).equals(joined(other));
    }

    private static String joined(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String name) {
        return Arrays.stream(name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !IN_MANY_NAMES.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
