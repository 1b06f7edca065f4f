package dev.handoff.journal;

import java.time.Instant;

/**
 * What an action did to a system itself, beside the application: a message that it published, a statement that it ran. It
 * is no effect of the application.
 *
 * @param action the index of the action that it belongs to; 0 where a fault did it
 * @param sent when it left
 * @param summary one line for people, {@code message on shop.events at 1/4}
 * @param copyOf the index of the delivery that it repeats; 0 when it repeats none
 */
public record Performed(
        long index,
        Instant at,
        String scenario,
        long action,
        Instant sent,
        String system,
        String summary,
        Message content,
        long copyOf)
        implements Entry, ScenarioEntry {}
