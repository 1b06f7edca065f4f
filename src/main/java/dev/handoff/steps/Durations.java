package dev.handoff.steps;

import java.math.BigDecimal;
import java.time.Duration;

/** Times as they are written in a sentence: {@code 10 seconds}, {@code 500 ms}, {@code 1.5 min}. */
final class Durations {

    static final String PATTERN =
            "\\d+(?:\\.\\d+)? ?(?:milliseconds|millisecond|ms|seconds|second|s|minutes|minute|min|hours|hour|h)";

    private Durations() {}

    static Duration parse(String text) {
        String number = text.replaceFirst("[^\\d.].*$", "");
        String unit = text.substring(number.length()).strip();
        long factor =
                switch (unit) {
                    case "milliseconds", "millisecond", "ms" -> 1;
                    case "seconds", "second", "s" -> 1_000;
                    case "minutes", "minute", "min" -> 60_000;
                    default -> 3_600_000;
                };
        return Duration.ofMillis(
                new BigDecimal(number).multiply(BigDecimal.valueOf(factor)).longValue());
    }
}
