package dev.handoff.sandbox.poll;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * For how long a system wants to be left alone: seconds, or a date by its own clock.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {

    private RetryAfter() {}

    /** What an answer says; empty when it says nothing that can be understood. */
    static Optional<Duration> of(Reply reply) {
        Optional<String> text = reply.header("Retry-After").map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.get())));
        }
        Instant now = reply.header("Date").flatMap(RetryAfter::date).orElse(reply.answered());
        return date(text.get())
                .map(then -> Duration.between(now, then))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
