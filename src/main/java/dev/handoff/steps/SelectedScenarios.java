package dev.handoff.steps;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Reads every scenario that has been selected before the first of them begins and anything has been started, and says
 * which of them have mistakes. Each of those fails in its turn; the others run.
 */
public final class SelectedScenarios implements TestExecutionListener {

    private static volatile boolean noneCanRun;

    /** Whether all scenarios that have been selected have mistakes, so that nothing need be started for them. */
    static boolean noneCanRun() {
        return noneCanRun;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        List<ScenarioText> selected = selected(plan);
        if (selected.isEmpty()) {
            return;
        }
        MisspeltTags.notices(selected).forEach(System.out::println);
        List<List<String>> mistakes = new ArrayList<>();
        try {
            for (ScenarioText scenario : selected) {
                mistakes.add(Mistakes.rehearsed(scenario).mistakes());
            }
        } catch (CannotStart unusable) {
            return; // Cucumber will meet the same when it asks for the glue, and fail by it
        }
        List<List<String>> broken =
                mistakes.stream().filter(texts -> !texts.isEmpty()).toList();
        noneCanRun = broken.size() == selected.size();
        if (!broken.isEmpty()) {
            System.out.println(report(broken, selected.size()));
        }
    }

    private static String report(List<List<String>> broken, int selected) {
        List<String> texts = new ArrayList<>();
        texts.add(broken.size() + " of " + selected + (selected == 1 ? " scenario" : " scenarios")
                + " could not prove anything as they are written:");
        broken.forEach(texts::addAll);
        return "\n" + String.join("\n\n", texts.stream().distinct().toList()) + "\n";
    }

    private static List<ScenarioText> selected(TestPlan plan) {
        Filter filter = Filter.of(plan.getConfigurationParameters());
        List<ScenarioText> selected = new ArrayList<>();
        for (TestIdentifier root : plan.getRoots()) {
            for (TestIdentifier test : plan.getDescendants(root)) {
                if (test.isTest()) {
                    test.getSource()
                            .flatMap(SelectedScenarios::scenario)
                            .filter(filter::takes)
                            .ifPresent(selected::add);
                }
            }
        }
        selected.sort(Comparator.comparing(
                        (ScenarioText scenario) -> scenario.source().feature())
                .thenComparing(scenario -> scenario.source().line()));
        return selected;
    }

    private static Optional<ScenarioText> scenario(TestSource source) {
        if (source instanceof FileSource file && file.getFile().getName().endsWith(".feature")) {
            return text(file.getFile().toPath())
                    .flatMap(text -> scenario(file.getFile().toURI(), text, file.getPosition()));
        }
        if (source instanceof ClasspathResourceSource resource
                && resource.getClasspathResourceName().endsWith(".feature")) {
            return text(resource.getClasspathResourceName())
                    .flatMap(text -> scenario(
                            URI.create("classpath:" + resource.getClasspathResourceName()),
                            text,
                            resource.getPosition()));
        }
        return Optional.empty();
    }

    private static Optional<ScenarioText> scenario(URI feature, String text, Optional<FilePosition> position) {
        Map<Integer, ScenarioText> scenarios = ScenarioTexts.read(feature, text);
        return position.map(at -> scenarios.get(at.getLine()));
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(String resource) {
        URL url = Thread.currentThread().getContextClassLoader().getResource(resource.replaceFirst("^/", ""));
        if (url == null) {
            return Optional.empty();
        }
        try (InputStream in = url.openStream()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The scenarios that Cucumber itself will not skip. */
    private record Filter(Optional<Expression> tags, Optional<Pattern> name) {

        static Filter of(ConfigurationParameters parameters) {
            return new Filter(
                    parameters.get("cucumber.filter.tags").map(TagExpressionParser::parse),
                    parameters.get("cucumber.filter.name").map(Pattern::compile));
        }

        boolean takes(ScenarioText scenario) {
            return tags.map(expression -> expression.evaluate(scenario.tags())).orElse(true)
                    && name.map(pattern -> pattern.matcher(scenario.name()).find())
                            .orElse(true);
        }
    }
}
