package dev.handoff.steps;

import dev.handoff.expectation.Source;
import java.util.List;

/**
 * A scenario as its author wrote it: the steps of its background and its own, or of one row of its examples.
 *
 * @param source where it stands: the line of the scenario, or of the row
 * @param title of its feature
 * @param tags with their @
 */
record ScenarioText(Source source, String title, String name, List<String> tags, List<Step> steps) {

    ScenarioText {
        tags = List.copyOf(tags);
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param outcome whether it is a Then, or an And after one
     * @param table its rows; null without one
     * @param block whether it has a text in triple quotes below it
     */
    record Step(Source source, String text, boolean outcome, List<List<String>> table, boolean block) {}
}
