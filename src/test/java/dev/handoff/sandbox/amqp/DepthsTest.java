package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DepthsTest {

    private final Map<String, Session.Depth> broker = new HashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int asked;
    private final Depths depths = new Depths(
            List.of("refunds", "receipts"),
            queue -> {
                asked++;
                if (!broker.containsKey(queue)) {
                    throw new ProbeFailed("the broker has no queue " + queue);
                }
                return broker.get(queue);
            },
            () -> now);

    @Test
    void every_queue_that_holds_messages_is_named() {
        holds("refunds", 2, 1);
        holds("receipts", 1, 0);

        assertThat(depths.rest(now))
                .isEqualTo(new Rest(
                        false, "refunds has 2 messages to read, receipts has 1 message to read and no consumer"));
    }

    @Test
    void queues_that_are_empty_speak_of_waiting_messages_only() {
        holds("refunds", 0, 1);
        holds("receipts", 0, 1);

        assertThat(depths.rest(now))
                .isEqualTo(Rest.incomplete("2 queues read empty, unacknowledged messages not told"));
    }

    @Test
    void a_queue_need_not_be_empty_at_the_same_time_as_another_nor_still() {
        Instant since = now;
        holds("refunds", 0, 1);
        holds("receipts", 3, 1);
        assertThat(depths.rest(since)).isEqualTo(new Rest(false, "receipts has 3 messages to read"));
        later();
        holds("refunds", 5, 1);
        holds("receipts", 0, 1);

        assertThat(depths.rest(since).atRest()).isTrue();
        assertThat(depths.rest(now).words()).isEqualTo("refunds has 5 messages to read");
    }

    @Test
    void what_was_empty_before_does_not_count() {
        holds("refunds", 0, 1);
        holds("receipts", 0, 1);
        depths.rest(now);
        later();
        holds("refunds", 1, 1);

        assertThat(depths.rest(now)).isEqualTo(new Rest(false, "refunds has 1 message to read"));
    }

    @Test
    void a_queue_that_cannot_be_asked_is_not_at_rest() {
        holds("refunds", 0, 1);

        assertThat(depths.rest(now)).isEqualTo(new Rest(false, "the broker has no queue receipts"));
    }

    @Test
    void what_is_known_is_not_asked_again() {
        Instant since = now;
        holds("refunds", 0, 1);
        holds("receipts", 0, 1);
        depths.rest(since);
        int before = asked;
        depths.rest(since);

        assertThat(asked).isEqualTo(before);
    }

    private void holds(String queue, long ready, long consumers) {
        broker.put(queue, new Session.Depth(ready, consumers));
    }

    private void later() {
        now = now.plusSeconds(1);
    }
}
