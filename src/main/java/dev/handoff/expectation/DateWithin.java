package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code <date within 1 h>}: an ISO 8601 time with its offset, no further than this from the time of capture. */
record DateWithin(Duration distance) implements dev.handoff.expectation.Matcher {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h|d)");

    static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofMinutes(amount);
                });
    }

    @Override
    public boolean matches(JsonNode value, Instant at) {
        try {
            Instant date = OffsetDateTime.parse(value.asText()).toInstant();
            return Duration.between(date, at).abs().compareTo(distance) <= 0;
        } catch (DateTimeException noDate) {
            return false;
        }
    }

    @Override
    public String expected() {
        return "a date within " + Shown.duration(distance) + " of its capture";
    }
}
