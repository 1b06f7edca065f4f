package dev.handoff.report.coverage;

import dev.handoff.expectation.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The scenarios of one feature, by integration point. */
public record PointsOfFeature(String feature, List<Ran> scenarios) {

    public PointsOfFeature {
        scenarios = List.copyOf(scenarios);
    }

    /** One for each feature, in the order in which they are given. */
    public static List<PointsOfFeature> of(Collection<Ran> scenarios) {
        Map<String, List<Ran>> byFeature = new LinkedHashMap<>();
        scenarios.forEach(ran -> byFeature
                .computeIfAbsent(ran.feature(), none -> new ArrayList<>())
                .add(ran));
        return byFeature.entrySet().stream()
                .map(feature -> new PointsOfFeature(feature.getKey(), feature.getValue()))
                .toList();
    }

    /** How its scenarios of a point came out: {@code 3: 2 met, 1 violated}, or {@code none}. */
    public String words(IntegrationPoint point) {
        return words(
                scenarios.stream().filter(ran -> ran.points().contains(point)).toList());
    }

    /** The same of those that carry no tag of a point. */
    public String untagged() {
        return words(scenarios.stream().filter(ran -> ran.points().isEmpty()).toList());
    }

    private static String words(List<Ran> some) {
        List<String> parts = Stream.of(Outcome.values())
                .filter(outcome -> count(some, outcome) > 0)
                .map(outcome -> count(some, outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                .toList();
        return switch (parts.size()) {
            case 0 -> "none";
            case 1 -> parts.get(0);
            default -> some.size() + ": " + String.join(", ", parts);
        };
    }

    private static long count(List<Ran> some, Outcome outcome) {
        return some.stream().filter(ran -> ran.outcome() == outcome).count();
    }
}
