package dev.handoff.steps;

import dev.handoff.report.coverage.IntegrationPoint;
import dev.handoff.vocabulary.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tags that are nearly those of an integration point, so that their scenarios would be missing where they are summed up. */
final class MisspeltTags {

    private MisspeltTags() {}

    /** A notice for each such tag; it breaks nothing, for a tag may mean something else. */
    static List<String> notices(List<ScenarioText> scenarios) {
        Map<String, List<ScenarioText>> misspelt = new LinkedHashMap<>();
        for (ScenarioText scenario : scenarios) {
            scenario.tags().stream().filter(MisspeltTags::isMisspelt).forEach(tag -> misspelt.computeIfAbsent(
                            tag, none -> new ArrayList<>())
                    .add(scenario));
        }
        return misspelt.entrySet().stream()
                .map(tag -> notice(tag.getKey(), tag.getValue()))
                .toList();
    }

    /** At most a quarter of the letters differ: {@code @author} is not meant to be {@code @auth}. */
    private static boolean isMisspelt(String tag) {
        return IntegrationPoint.of(tag).isEmpty()
                && IntegrationPoint.tags().stream()
                        .anyMatch(point -> Nearest.distance(tag, point) * 4 < Math.max(tag.length(), point.length()));
    }

    private static String notice(String tag, List<ScenarioText> scenarios) {
        ScenarioText first = scenarios.get(0);
        String others = scenarios.size() == 1 ? "" : " and of " + (scenarios.size() - 1) + " more";
        return "\nnotice: the tag " + tag + " of \"" + first.name() + "\"" + others + " names no integration point"
                + Nearest.hint(tag, IntegrationPoint.tags()) + " Known: "
                + String.join(" ", IntegrationPoint.tags()) + "\n  --> "
                + first.source().feature() + ":" + first.source().line();
    }
}
