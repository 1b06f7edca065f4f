package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Reads the cells of tables. A number, {@code true}, {@code false} and {@code null} stand for themselves, a text in
 * double quotes is a text whatever it looks like, and anything else is a text; further {@code <any>}, {@code <absent>},
 * {@code <matches REGEX>}, {@code <contains TEXT>}, {@code <date within 1 h>}, {@code > 10}, {@code >= 10}, {@code <
 * 10} and {@code <= 10}; {@code <one of A, B>} and {@code <not A>}. Comparison is typed: the number 25 is not the text "25".
 */
public final class Matchers {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<)\\s*(-?\\d+(\\.\\d+)?)");
    private static final Pattern WORD = Pattern.compile(
            "<\\s*(one of|[a-z]+(?: within)?)(?:\\s+(.*))?>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** What may stand between angle brackets. */
    static final List<String> KNOWN = List.of(
            "<any>",
            "<absent>",
            "<not TEXT>",
            "<one of TEXT, TEXT>",
            "<matches REGEX>",
            "<contains TEXT>",
            "<date within DURATION>");

    private Matchers() {}

    /**
     * Checks a cell.
     *
     * @throws IllegalArgumentException when it is none that is known; the message says what is
     */
    public static void check(String cell) {
        of(cell);
    }

    /**
     * A cell that stands for exactly this value.
     *
     * @param value a text, a number, a boolean, a JSON value or null
     */
    public static String cellFor(Object value) {
        if (value instanceof JsonNode node && !node.isTextual()) {
            return node.toString();
        }
        String text = value instanceof JsonNode node ? node.asText() : String.valueOf(value);
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return text;
        }
        return isPlain(text) ? text : '"' + text + '"';
    }

    /**
     * The cell that fits a masked value as this one fits the value itself. What fits more than one value is left as it is.
     */
    public static String masked(String cell, UnaryOperator<String> masking) {
        Matcher matcher = of(cell);
        if (matcher instanceof Contains contains) {
            String part = masking.apply(contains.part());
            return part.equals(contains.part()) ? cell : "<contains " + part + ">";
        }
        if (matcher instanceof NotText not) {
            return "<not " + masking.apply(not.text()) + ">";
        }
        if (matcher instanceof OneOf one) {
            return one.texts().stream().map(masking).collect(Collectors.joining(", ", "<one of ", ">"));
        }
        String exactly = matcher instanceof ExactText text
                ? text.text()
                : matcher instanceof ExactNumber || matcher instanceof ExactBoolean ? cell.strip() : null;
        if (exactly == null) {
            return cell;
        }
        String masked = masking.apply(exactly);
        return masked.equals(exactly) ? cell : cellFor(masked);
    }

    static Matcher of(String cell) {
        String text = cell.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return new ExactText(text.substring(1, text.length() - 1));
        }
        Optional<BigDecimal> number = number(text);
        if (number.isPresent()) {
            return new ExactNumber(number.get());
        }
        if (text.equals("true") || text.equals("false")) {
            return new ExactBoolean(Boolean.parseBoolean(text));
        }
        if (text.equals("null")) {
            return new ExactNull();
        }
        java.util.regex.Matcher comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return new Comparison(comparison.group(1), new BigDecimal(comparison.group(2)));
        }
        java.util.regex.Matcher word = WORD.matcher(text);
        return word.matches() ? named(text, word.group(1), word.group(2)) : new ExactText(text);
    }

    /** The number that a text is, if it is one. */
    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Matcher named(String cell, String name, String argument) {
        Function<String, IllegalArgumentException> wrong = reason -> new IllegalArgumentException("the cell " + cell
                + " " + reason + "; known are " + String.join(", ", KNOWN) + ", > 10, >= 10, < 10 and <= 10");
        boolean bare = argument == null || argument.isBlank();
        switch (name.toLowerCase(Locale.ROOT)) {
            case "any":
                return new AnyValue();
            case "absent":
                return new Absent();
            case "not":
                if (bare) {
                    throw wrong.apply("lacks the text that it must not be");
                }
                return new NotText(argument.strip());
            case "one of":
                if (bare) {
                    throw wrong.apply("lacks the texts of which it must be one");
                }
                return OneOf.of(argument);
            case "contains":
                if (bare) {
                    throw wrong.apply("lacks the text to be contained");
                }
                return new Contains(argument);
            case "matches":
                if (bare) {
                    throw wrong.apply("lacks a regular expression");
                }
                try {
                    return new Matches(Pattern.compile(argument, Pattern.DOTALL));
                } catch (PatternSyntaxException broken) {
                    throw wrong.apply("holds a broken regular expression (" + broken.getDescription() + ")");
                }
            case "date within":
                if (bare) {
                    throw wrong.apply("lacks a duration");
                }
                return new DateWithin(
                        DateWithin.duration(argument).orElseThrow(() -> wrong.apply("holds no duration")));
            default:
                throw wrong.apply("is unknown");
        }
    }

    /** Whether a text as it stands in a cell means itself. */
    private static boolean isPlain(String text) {
        if (text.isBlank() || !text.equals(text.strip()) || text.startsWith("\"")) {
            return false;
        }
        try {
            return of(text) instanceof ExactText;
        } catch (IllegalArgumentException looksLikeMatcher) {
            return false;
        }
    }
}
