package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Values as people read them, with their type where it could be mistaken. */
final class Shown {

    private static final int LONGEST = 120;

    private Shown() {}

    static String value(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        if (value.isNull()) {
            return "null";
        }
        if (value.isTextual()) {
            String text = value.asText();
            return isMistakable(text) ? '"' + cut(text) + "\" (text)" : cut(text);
        }
        if (value.isContainerNode()) {
            return cut(value.toString());
        }
        return value.asText() + (value.isNumber() ? " (number)" : " (boolean)");
    }

    private static boolean isMistakable(String text) {
        return !(Matchers.of(safe(text)) instanceof ExactText)
                || text.equals("nothing")
                || !text.equals(text.strip())
                || text.isEmpty();
    }

    private static String safe(String text) {
        return text.startsWith("<") ? "text" : text;
    }

    static String bare(JsonNode value) {
        return cut(value.isValueNode() ? value.asText() : value.toString());
    }

    static String bare(String text) {
        return cut(text);
    }

    static String duration(Duration duration) {
        if (duration.toMillis() % 1000 == 0) {
            return duration.toSeconds() + " s";
        }
        return String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }

    static String seconds(Instant from, Instant to) {
        return String.format(Locale.ROOT, "%.3f s", Duration.between(from, to).toNanos() / 1e9);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s*\\R\\s*", " ⏎ ");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST) + "… (cut, " + line.length() + " characters)";
    }
}
