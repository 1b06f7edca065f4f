package dev.handoff.steps;

import dev.handoff.expectation.Source;
import dev.handoff.vocabulary.Nearest;
import io.cucumber.cucumberexpressions.CucumberExpressionException;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says of a step that no sentence fits what was likely meant, and which lines of the vocabulary would define it. */
final class UnknownSentences {

    private static final Pattern COUNTED = Pattern.compile(
            "(?:exactly \\w+|at least \\w+|at most \\w+|no) ([\\w .'/-]+?)(?= (?:is|are|exists?|happens?)\\b| and (?:exactly|at"
                    + " |no )|,|$)");

    private UnknownSentences() {}

    /** A text for each step of a scenario that no sentence fits. */
    static List<String> in(TestCase testCase) {
        Words words = new Words(Runs.vocabulary());
        return testCase.getTestSteps().stream()
                .filter(PickleStepTestStep.class::isInstance)
                .map(PickleStepTestStep.class::cast)
                .filter(step -> step.getPattern() == null && !isAmbiguous(step, words))
                .map(step -> describe(step, words))
                .toList();
    }

    private static boolean isAmbiguous(PickleStepTestStep step, Words words) {
        ParameterTypeRegistry registry = new ParameterTypeRegistry(Locale.ENGLISH);
        ParameterTypes.of(words).forEach(registry::defineParameterType);
        ExpressionFactory expressions = new ExpressionFactory(registry);
        return CurrentStep.sentences().stream().anyMatch(sentence -> {
            try {
                return expressions
                                .createExpression(sentence)
                                .match(step.getStep().getText())
                        != null;
            } catch (CucumberExpressionException typeOfSomebodyElse) {
                return false;
            }
        });
    }

    private static String describe(PickleStepTestStep step, Words words) {
        Source source = CurrentStep.source(step);
        String text = step.getStep().getText();
        String gutter = " ".repeat(String.valueOf(source.line()).length()) + " |   ";
        List<String> lines = new ArrayList<>();
        lines.add("unknown sentence: " + text);
        lines.add("  --> " + source.feature() + ":" + source.line());
        lines.add(source.line() + " | " + source.text());
        List<String> unknown = unknownEffects(text, words);
        if (!unknown.isEmpty()) {
            unknown.forEach(effect -> lines.add(gutter + unknownEffect(effect, words)));
            return String.join("\n", lines);
        }
        nearest(text, words).ifPresent(sentence -> lines.add(gutter + "nearest: " + sentence));
        lines.add(gutter + "to make it an action, write into the vocabulary:");
        lines.add(gutter + "  actions:");
        lines.add(gutter + "    \"" + SuggestedSentence.of(text) + "\":");
        lines.add(gutter + "      http: POST /path");
        return String.join("\n", lines);
    }

    static String unknownEffect(String name, Words words) {
        return "\"" + name + "\" is no effect of the vocabulary" + Nearest.hint(name, words.effectNames()) + " Known: "
                + String.join(", ", words.vocabulary().effects());
    }

    private static List<String> unknownEffects(String text, Words words) {
        List<String> unknown = new ArrayList<>();
        Matcher counted = COUNTED.matcher(text);
        while (counted.find()) {
            String name = counted.group(1).strip();
            if (words.effect(name) == null) {
                unknown.add(name);
            }
        }
        return unknown;
    }

    private static Optional<String> nearest(String text, Words words) {
        String bare = withoutValues(withoutSystems(text, words));
        return CurrentStep.sentences().stream()
                .min(Comparator.comparingInt(sentence -> distance(bare, sentence)))
                .filter(sentence -> distance(bare, sentence) * 2 <= bare.length());
    }

    private static int distance(String bare, String sentence) {
        return Nearest.distance(bare, withoutValues(sentence.replace("{requests}", "the next request")));
    }

    private static String withoutSystems(String text, Words words) {
        return words.vocabulary().systems().keySet().stream()
                .reduce(text, (rest, system) -> rest.replaceAll("\\b" + Pattern.quote(system) + "\\b", "_"));
    }

    private static String withoutValues(String sentence) {
        return sentence.replaceAll("\\{[^}]*}|\"[^\"]*\"|-?\\d+(\\.\\d+)?( [A-Z]{3})?", "_");
    }
}
