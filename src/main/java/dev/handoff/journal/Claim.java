package dev.handoff.journal;

/**
 * A scenario that an effect fits, and the proof.
 *
 * @param by what the proof rests on, strongest first
 * @param name of the key; {@code correlation ID} or {@code tracer} otherwise
 * @param value that was found
 * @param where it was found: {@code header X-Correlation-Id}, {@code $.metadata.order_id}, {@code text} …
 */
public record Claim(String scenario, By by, String name, String value, String where) {

    /** What a claim rests on. */
    public enum By {
        CORRELATION,
        TRACER,
        KEY
    }

    @Override
    public String toString() {
        return "by " + name + " " + value + " in " + where;
    }
}
