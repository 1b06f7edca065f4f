package dev.handoff.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing story as short as it gets by leaving out what it can do without: halves, lines, facts. */
final class Shrinker {

    private Shrinker() {}

    static Story shrink(Story story, Predicate<Story> fails) {
        List<Line> lines = new ArrayList<>(story.lines());
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int chunk = Math.max(1, lines.size() / 2); chunk >= 1; chunk /= 2) {
                for (int from = 0; from < lines.size(); ) {
                    List<Line> fewer = new ArrayList<>(lines);
                    fewer.subList(from, Math.min(from + chunk, fewer.size())).clear();
                    if (fails(fewer, fails)) {
                        lines = fewer;
                        shorter = true;
                    } else {
                        from += chunk;
                    }
                }
            }
            for (int i = 0; i < lines.size(); i++) {
                for (String fact : List.copyOf(lines.get(i).facts().keySet())) {
                    List<Line> simpler = new ArrayList<>(lines);
                    simpler.set(i, lines.get(i).without(fact));
                    if (isOptional(fact, lines.get(i)) && fails(simpler, fails)) {
                        lines = simpler;
                        shorter = true;
                    }
                }
            }
        }
        return new Story(lines);
    }

    private static boolean isOptional(String fact, Line line) {
        return !line.is("expect") && !List.of("kind", "by", "system", "name").contains(fact)
                || line.is("expect") && List.of("stray", "stated", "amount").contains(fact);
    }

    private static boolean fails(List<Line> lines, Predicate<Story> fails) {
        Story story = new Story(lines);
        return story.makesSense() && fails.test(story);
    }
}
