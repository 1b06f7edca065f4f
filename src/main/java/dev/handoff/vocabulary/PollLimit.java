package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a system says that it is asked too often.
 *
 * @param statuses of such answers; 503 with {@code Retry-After} is always one
 * @param when JSON paths of the answer and the text that each must have, too
 * @param rest how long it is left alone when it does not say for how long, doubled each time
 * @param pace the least time between two requests, whoever asks
 */
public record PollLimit(List<Integer> statuses, Map<String, String> when, Duration rest, Duration pace) {
    public PollLimit {
        statuses = List.copyOf(statuses);
        when = Ordered.copyOf(when);
    }
}
