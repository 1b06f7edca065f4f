package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}. */
final class Durations {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final String ALLOWED = "a whole number and a unit of ms, s, m or h, as in 500ms, 10s, 2m, 1h";

    private Durations() {}

    static Optional<Duration> read(Value value) {
        Optional<String> text = value.scalar(ALLOWED);
        Optional<Matcher> duration = text.map(DURATION::matcher).filter(Matcher::matches);
        return text.isPresent() && duration.isEmpty() ? value.mustBe(ALLOWED) : duration.map(Durations::of);
    }

    /** A duration in which something can happen. */
    static Optional<Duration> readPositive(Value value) {
        Optional<Duration> duration = read(value);
        return duration.isPresent() && duration.get().isZero() ? value.mustBe("longer than 0") : duration;
    }

    private static Duration of(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
