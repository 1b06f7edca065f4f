package dev.handoff.sandbox.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * A time as an item gives it, as exactly as it is written: ISO 8601 with an offset, or seconds or milliseconds since 1970.
 * What has no fraction may have been cut off or rounded, and nobody knows which.
 *
 * @param unit the smallest difference that it could tell
 */
record TheirTime(Instant instant, Duration unit) {

    private static final BigDecimal MILLISECONDS_FROM = new BigDecimal("100000000000");
    /** In 1973; what is less is some other number. */
    private static final BigDecimal EARLIEST = new BigDecimal("100000000");

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter();

    /** Empty when it is no time. */
    static Optional<TheirTime> of(JsonNode value) {
        String text = value.asText().strip();
        if (value.isNumber() || text.matches("\\d+(\\.\\d+)?")) {
            return sinceTheEpoch(value.isNumber() ? value.decimalValue() : new BigDecimal(text));
        }
        try {
            return Optional.of(precise(Instant.from(ISO.parse(text.replaceFirst("(?<=\\d) (?=\\d)", "T")))));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<TheirTime> sinceTheEpoch(BigDecimal number) {
        if (number.compareTo(EARLIEST) < 0 || number.precision() - number.scale() > 14) {
            return Optional.empty();
        }
        BigDecimal seconds = number.compareTo(MILLISECONDS_FROM) < 0 ? number : number.movePointLeft(3);
        long whole = seconds.longValue();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return Optional.of(precise(Instant.ofEpochSecond(whole, nanos)));
    }

    private static TheirTime precise(Instant instant) {
        int nanos = instant.getNano();
        Duration unit = nanos == 0 ? SECOND : nanos % 1_000_000 == 0 ? MILLISECOND : Duration.ofNanos(1_000);
        return new TheirTime(instant, unit);
    }

    Instant earliest() {
        return instant.minus(unit.dividedBy(2));
    }

    Instant latest() {
        return instant.plus(unit);
    }
}
