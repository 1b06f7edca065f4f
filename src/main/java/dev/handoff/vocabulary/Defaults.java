package dev.handoff.vocabulary;

import java.time.Duration;

/**
 * Times that hold where a sentence or a system says nothing else.
 *
 * @param within how long an effect may take from the start of the last action; 10 s
 * @param quiet how long nothing of the scenario must have happened before it counts as settled; 1 s
 * @param settle how long to wait at most for work in flight to end before the verdict is inconclusive; 30 s
 * @param retryHorizon how long after a rejected attempt another may still come; 5 s
 */
public record Defaults(Duration within, Duration quiet, Duration settle, Duration retryHorizon) {

    public static final Defaults STANDARD =
            new Defaults(Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(5));
}
