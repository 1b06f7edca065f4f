package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Replaces {@code ${SHOP_URL}} and {@code ${SHOP_URL:-default}} while a file is read. What a variable holds is data: a
 * placeholder in it stays what it is.
 */
final class EnvironmentVariables {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String ESCAPE = "$${";
    private static final String OPEN = "${";
    private static final String DEFAULT = ":-";

    private final Map<String, String> values;
    private final Problems problems;

    EnvironmentVariables(Map<String, String> values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** Whether a placeholder of this name is an environment variable. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The same tree with every variable replaced; keys stay as they are. */
    Node in(Node node) {
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>();
            mapping.entries().forEach(entry -> entries.add(new Node.Entry(entry.key(), in(entry.value()))));
            return new Node.Mapping(mapping.place(), entries);
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    sequence.place(), sequence.items().stream().map(this::in).toList());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        if (!scalar.isText() || !scalar.text().contains(OPEN)) {
            return scalar;
        }
        String text = replaced(scalar.text(), scalar.place());
        return text.equals(scalar.text()) ? scalar : scalar.withText(text);
    }

    private String replaced(String text, Place place) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith(ESCAPE, at)) {
                result.append(ESCAPE);
                at += ESCAPE.length();
            } else if (text.startsWith(OPEN, at) && end(text, at) >= 0) {
                int end = end(text, at);
                result.append(placeholder(text.substring(at + OPEN.length(), end), place));
                at = end + 1;
            } else {
                result.append(text.charAt(at++));
            }
        }
        return result.toString();
    }

    private String placeholder(String inside, Place place) {
        int colon = inside.indexOf(DEFAULT);
        String name = (colon < 0 ? inside : inside.substring(0, colon)).strip();
        String written = colon < 0 ? "" : inside.substring(colon + DEFAULT.length());
        if (!isName(name)) {
            return OPEN + (colon < 0 ? inside : name + DEFAULT + replaced(written, place)) + "}";
        }
        String value = values.get(name);
        if (colon >= 0 && (value == null || value.isEmpty())) {
            return replaced(written, place);
        }
        if (value == null) {
            problems.spoil(
                    place, "environment variable " + name + " is not set; set it or write ${" + name + ":-default}");
            return "unset";
        }
        return value.replace(OPEN, ESCAPE);
    }

    /** Where the placeholder that opens here closes; one may stand in the default of another. */
    private static int end(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            if (text.startsWith(OPEN, at)) {
                depth++;
            } else if (text.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
