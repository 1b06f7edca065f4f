package dev.handoff.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The known word that somebody most likely meant. */
public final class Nearest {

    /** What a key was called once, or is called elsewhere. */
    private static final Map<String, String> OTHER_NAMES = Map.of("groups", "consumers", "queues", "consumers");

    private Nearest() {}

    /** The nearest of the known words, if one is near enough to be meant: at most a third of its letters differ. */
    public static Optional<String> to(String word, Collection<String> known) {
        Optional<String> renamed = Optional.ofNullable(OTHER_NAMES.get(word)).filter(known::contains);
        return renamed.isPresent() ? renamed : closest(word, known);
    }

    private static Optional<String> closest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) * 3 <= Math.max(word.length(), candidate.length()));
    }

    /** {@code ; did you mean "…"?}, or nothing when no known word is near. */
    public static String hint(String word, Collection<String> known) {
        return to(word, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one to the other, without case. */
    public static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[left.length()][right.length()];
    }
}
