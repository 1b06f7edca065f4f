package dev.handoff.steps;

import dev.handoff.expectation.Source;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import io.cucumber.messages.types.PickleStepArgument;
import io.cucumber.messages.types.PickleStepType;
import io.cucumber.messages.types.PickleTable;
import io.cucumber.messages.types.PickleTableCell;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Step;
import io.cucumber.messages.types.TableRow;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A feature file, read as Cucumber reads it. */
final class FeatureText {

    private final String feature;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> keywords = new HashMap<>();
    private String title = "";

    private FeatureText(String feature) {
        this.feature = feature;
    }

    /**
     * Its scenarios and rows of examples by their line; none if it is no feature, which Cucumber will say itself.
     *
     * @param feature how messages name the file
     */
    static Map<Integer, ScenarioText> read(String feature, String text) {
        return new FeatureText(feature).scenarios(text);
    }

    private Map<Integer, ScenarioText> scenarios(String text) {
        List<Envelope> envelopes = GherkinParser.builder()
                .includeSource(false)
                .build()
                .parse(feature, text.getBytes(StandardCharsets.UTF_8))
                .toList();
        envelopes.stream()
                .flatMap(envelope -> envelope.getGherkinDocument().stream())
                .flatMap(document -> feature(document).stream())
                .forEach(this::note);
        Map<Integer, ScenarioText> scenarios = new LinkedHashMap<>();
        envelopes.stream().flatMap(envelope -> envelope.getPickle().stream()).forEach(pickle -> {
            ScenarioText scenario = scenario(pickle);
            scenarios.put(scenario.source().line(), scenario);
        });
        return scenarios;
    }

    private static Optional<Feature> feature(GherkinDocument document) {
        return document.getFeature();
    }

    private void note(Feature read) {
        title = read.getName();
        read.getChildren().forEach(child -> {
            child.getBackground().ifPresent(this::note);
            child.getScenario().ifPresent(this::note);
            child.getRule().ifPresent(this::note);
        });
    }

    private void note(Rule rule) {
        rule.getChildren().forEach(child -> {
            child.getBackground().ifPresent(this::note);
            child.getScenario().ifPresent(this::note);
        });
    }

    private void note(Background background) {
        background.getSteps().forEach(this::note);
    }

    private void note(Scenario scenario) {
        lines.put(scenario.getId(), scenario.getLocation().getLine().intValue());
        keywords.put(scenario.getId(), scenario.getKeyword());
        scenario.getSteps().forEach(this::note);
        scenario.getExamples().stream()
                .flatMap(examples -> examples.getTableBody().stream())
                .forEach(this::note);
    }

    private void note(Step step) {
        lines.put(step.getId(), step.getLocation().getLine().intValue());
        keywords.put(step.getId(), step.getKeyword().strip());
    }

    private void note(TableRow row) {
        lines.put(row.getId(), row.getLocation().getLine().intValue());
    }

    private ScenarioText scenario(Pickle pickle) {
        List<String> nodes = pickle.getAstNodeIds();
        Source source = new Source(
                feature, lines.get(nodes.get(nodes.size() - 1)), keywords.get(nodes.get(0)) + ": " + pickle.getName());
        return new ScenarioText(
                source,
                title,
                pickle.getName(),
                pickle.getTags().stream().map(PickleTag::getName).toList(),
                pickle.getSteps().stream().map(this::step).toList());
    }

    private ScenarioText.Step step(PickleStep step) {
        String node = step.getAstNodeIds().get(0);
        String keyword = keywords.get(node);
        Optional<PickleStepArgument> argument = step.getArgument();
        return new ScenarioText.Step(
                new Source(feature, lines.get(node), (keyword.equals("*") ? "" : keyword + " ") + step.getText()),
                step.getText(),
                step.getType().filter(type -> type == PickleStepType.OUTCOME).isPresent(),
                argument.flatMap(PickleStepArgument::getDataTable)
                        .map(FeatureText::rows)
                        .orElse(null),
                argument.flatMap(PickleStepArgument::getDocString).isPresent());
    }

    private static List<List<String>> rows(PickleTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getCells().stream().map(PickleTableCell::getValue).toList())
                .toList();
    }
}
