package dev.handoff.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step as it could stand under {@code actions} of a vocabulary, between double quotes. */
final class SuggestedSentence {

    private static final Pattern VALUE = Pattern.compile(
            "(?<text>\"[^\"]*\")|(?<amount>-?\\d+(?:\\.\\d+)? [A-Z]{3}\\b)|(?<number>(?<![\\w.-])-?\\d+\\.\\d+\\b)"
                    + "|(?<count>(?<![\\w.-])-?\\d+\\b)|(?<special>[(){}/\\\\])");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w*)}");
    private static final Set<String> TYPES = Set.of("string", "int", "money", "decimal", "word", "duration");

    private SuggestedSentence() {}

    /** The sentence of a step as written: its values become parameters, and what means something else is escaped. */
    static String of(String step) {
        Map<String, Integer> used = new HashMap<>();
        Matcher values = VALUE.matcher(step);
        StringBuilder sentence = new StringBuilder();
        while (values.find()) {
            values.appendReplacement(sentence, Matcher.quoteReplacement(replacement(values, used)));
        }
        return values.appendTail(sentence).toString();
    }

    private static String replacement(Matcher value, Map<String, Integer> used) {
        if (value.group("special") != null) {
            return "\\\\" + value.group();
        }
        if (value.group("text") != null) {
            return parameter("text", "string", used);
        }
        if (value.group("amount") != null) {
            return parameter("amount", "money", used);
        }
        return value.group("number") != null ? parameter("number", "decimal", used) : parameter("count", "int", used);
    }

    /** The same of a Cucumber expression, whose parameters have types but no names. */
    static String ofExpression(String expression) {
        Map<String, Integer> used = new HashMap<>();
        Matcher parameters = PARAMETER.matcher(expression.replace("\\", "\\\\").replace("\"", "\\\""));
        StringBuilder sentence = new StringBuilder();
        while (parameters.find()) {
            String type = TYPES.contains(parameters.group(1)) ? parameters.group(1) : "word";
            String known = parameters.group(1).matches("double|float|bigdecimal") ? "decimal" : type;
            parameters.appendReplacement(sentence, Matcher.quoteReplacement(parameter("value", known, used)));
        }
        return parameters.appendTail(sentence).toString();
    }

    private static String parameter(String name, String type, Map<String, Integer> used) {
        int count = used.merge(name, 1, Integer::sum);
        return "{" + name + (count == 1 ? "" : count) + ":" + type + "}";
    }
}
