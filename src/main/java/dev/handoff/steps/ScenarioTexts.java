package dev.handoff.steps;

import io.cucumber.plugin.event.TestCase;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The feature files of this run. */
final class ScenarioTexts {

    private static final Map<String, Map<Integer, ScenarioText>> BY_FEATURE = new ConcurrentHashMap<>();

    private ScenarioTexts() {}

    static Map<Integer, ScenarioText> read(URI uri, String text) {
        return BY_FEATURE.computeIfAbsent(CurrentStep.feature(uri), feature -> FeatureText.read(feature, text));
    }

    /** All that have been read. */
    static Stream<ScenarioText> all() {
        return BY_FEATURE.values().stream().flatMap(scenarios -> scenarios.values().stream());
    }

    /** The text of a scenario whose feature has been read. */
    static Optional<ScenarioText> of(TestCase testCase) {
        return Optional.ofNullable(BY_FEATURE.get(CurrentStep.feature(testCase.getUri())))
                .map(scenarios -> scenarios.get(testCase.getLocation().getLine()));
    }
}
