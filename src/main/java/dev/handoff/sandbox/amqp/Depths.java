package dev.handoff.sandbox.amqp;

import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.SharedAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Whether queues have been read empty since some moment. One that was empty at any time after a message had come to it has
 * given that message to a consumer, so it need not be empty still. What consumers were given and have not acknowledged,
 * AMQP does not tell.
 */
final class Depths {

    private final List<String> queues;
    private final Function<String, Session.Depth> question;
    private final Supplier<Instant> clock;
    private final Map<String, Instant> lastEmpty = new HashMap<>();
    private final SharedAnswer<Map<String, String>> filled = new SharedAnswer<>(this::ask);

    Depths(List<String> queues, Function<String, Session.Depth> question, Supplier<Instant> clock) {
        this.queues = queues;
        this.question = question;
        this.clock = clock;
    }

    Rest rest(Instant since) {
        boolean known = queues.stream().allMatch(queue -> wasEmpty(queue, since));
        Map<String, String> answers = known ? Map.of() : filled.get();
        List<String> behind = new ArrayList<>();
        for (String queue : queues) {
            if (!wasEmpty(queue, since)) {
                behind.add(answers.getOrDefault(queue, queue + " has not been read empty"));
            }
        }
        if (!behind.isEmpty()) {
            return new Rest(false, String.join(", ", behind));
        }
        return Rest.incomplete((queues.size() == 1 ? queues.get(0) : queues.size() + " queues")
                + " read empty, unacknowledged messages not told");
    }

    private synchronized boolean wasEmpty(String queue, Instant since) {
        Instant empty = lastEmpty.get(queue);
        return empty != null && !empty.isBefore(since);
    }

    private synchronized void noteEmpty(String queue, Instant asked) {
        lastEmpty.put(queue, asked);
    }

    /** What is to be said of each queue that is not empty. */
    private Map<String, String> ask() {
        Map<String, String> said = new LinkedHashMap<>();
        for (String queue : queues) {
            Instant asked = clock.get();
            try {
                Session.Depth depth = question.apply(queue);
                if (depth.ready() == 0) {
                    noteEmpty(queue, asked);
                } else {
                    said.put(
                            queue,
                            queue + " has " + depth.ready() + (depth.ready() == 1 ? " message" : " messages")
                                    + " to read" + (depth.consumers() == 0 ? " and no consumer" : ""));
                }
            } catch (ProbeFailed unknown) {
                said.put(queue, unknown.getMessage());
            }
        }
        return said;
    }
}
