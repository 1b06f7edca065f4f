package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import dev.handoff.sandbox.ProbeFailed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OurMessagesTest {

    private final OurMessages ours = new OurMessages();
    private final OurMessages.Expected tap = new OurMessages.Expected();
    private final Fingerprint message = fingerprint("one");
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void bind() {
        tap.of("rabbit@a/vhost");
        ours.whileNobodyPublishes(tap, () -> {});
    }

    @Test
    void as_many_equal_messages_are_ours_as_were_published() {
        publish();
        publish();

        assertThat(tap.take(fingerprint("another"))).isFalse();
        assertThat(tap.take(message)).isTrue();
        assertThat(tap.take(message)).isTrue();
        assertThat(tap.take(message)).isFalse();
    }

    @Test
    void one_that_comes_before_the_broker_has_confirmed_it_is_ours_already() {
        ours.publish("rabbit@a/vhost", message, this::tick, () -> assertThat(tap.take(message))
                .isTrue());

        assertThat(tap.take(message)).isFalse();
    }

    @Test
    void a_tap_of_another_broker_expects_nothing() {
        ours.publish("rabbit@b/vhost", message, this::tick, () -> {});

        assertThat(tap.take(message)).isFalse();
    }

    /** Guards against a copy that never came, and would have hidden the application's own. */
    @Test
    void what_has_not_come_before_a_fence_that_left_later_is_not_expected_any_more() {
        publish();
        tap.fenced(now.minusSeconds(10));
        assertThat(tap.isEmpty()).isFalse();
        tap.fenced(tick());

        assertThat(tap.isEmpty()).isTrue();
        assertThat(tap.take(message)).isFalse();
    }

    @Test
    void what_the_broker_refused_is_not_expected_after_the_next_fence_either() {
        assertThatThrownBy(() -> ours.publish("rabbit@a/vhost", message, this::tick, () -> {
                    throw new ProbeFailed("no");
                }))
                .hasMessage("no");
        tap.fenced(tick());

        assertThat(tap.take(message)).isFalse();
    }

    @Test
    void a_fence_does_not_end_what_is_being_published_still() {
        ours.publish("rabbit@a/vhost", message, this::tick, () -> tap.fenced(tick()));

        assertThat(tap.take(message)).isTrue();
    }

    @Test
    void a_tap_that_is_bound_anew_expects_nothing_of_before() {
        publish();
        ours.whileNobodyPublishes(tap, () -> {});

        assertThat(tap.take(message)).isFalse();
    }

    @Test
    void until_the_next_fence_it_is_known_since_when_an_equal_message_may_have_stood_for_another() {
        Instant before = now;
        publish();
        tap.take(message);

        assertThat(tap.twinSince(message)).contains(before.plusSeconds(1));
        tap.fenced(tick());
        assertThat(tap.twinSince(message)).isEmpty();
    }

    @Test
    void equal_is_what_has_the_same_exchange_key_properties_headers_and_body() {
        AMQP.BasicProperties bare = new AMQP.BasicProperties();
        AMQP.BasicProperties timed =
                bare.builder().headers(Map.of("timestamp_in_ms", 7L)).build();
        byte[] body = {1};

        assertThat(Fingerprint.of("e", "k", timed, body))
                .as("brokers may set the time")
                .isEqualTo(Fingerprint.of("e", "k", bare, body));
        assertThat(Fingerprint.of("e", "k", bare, body))
                .isNotEqualTo(Fingerprint.of("f", "k", bare, body))
                .isNotEqualTo(Fingerprint.of("e", "l", bare, body))
                .isNotEqualTo(
                        Fingerprint.of("e", "k", bare.builder().messageId("m").build(), body))
                .isNotEqualTo(Fingerprint.of(
                        "e", "k", bare.builder().headers(Map.of("a", 1)).build(), body))
                .isNotEqualTo(Fingerprint.of("e", "k", bare, new byte[] {2}));
    }

    private void publish() {
        ours.publish("rabbit@a/vhost", message, this::tick, () -> {});
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    private static Fingerprint fingerprint(String body) {
        return Fingerprint.of("e", "k", new AMQP.BasicProperties(), body.getBytes(StandardCharsets.UTF_8));
    }
}
