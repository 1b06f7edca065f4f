package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.handoff.environment.NeedsDocker;
import dev.handoff.environment.TestRabbit;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tap does not see while its broker is away is never taken for nothing. */
@NeedsDocker
class BrokerOutageTest {

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private TestRabbit rabbit;
    private AmqpTap tap;

    @BeforeEach
    void start() throws Exception {
        rabbit = TestRabbit.start();
        publishing(channel -> {
            channel.exchangeDeclare("shop.events", "topic", true);
            channel.queueDeclare("shop-refunds", true, false, false, null);
        });
        tap = new AmqpTap(
                new SystemSpec.Amqp(
                        "events",
                        Optional.empty(),
                        SystemSpec.Exchange.named("shop.events"),
                        List.of("shop-refunds"),
                        Optional.empty(),
                        Map.of("event", Map.of()),
                        Map.of()),
                rabbit.url(),
                journal);
        tap.prove();
        tap.watch("s", name -> Optional.empty());
        awaitSightBeyond(journal.now());
    }

    @AfterEach
    void stop() {
        tap.close();
        rabbit.close();
    }

    @Test
    void a_broker_that_is_killed_is_on_record_at_once_and_proves_nothing() {
        Instant killed = journal.now();
        rabbit.kill();

        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.detail()).isEqualTo("the connection to the broker is lost");
        assertThat(down.since()).isBeforeOrEqualTo(down.at()).isAfter(killed.minusSeconds(2));
        assertThat(tap.sight("s").seenUpTo()).isBeforeOrEqualTo(down.at());
        Rest rest = tap.rest(journal.now()).orElseThrow();
        assertThat(rest.atRest()).isFalse();
        assertThat(rest.words()).matches("the broker of events at localhost:\\d+ cannot be reached");
    }

    @Test
    void a_broker_that_stops_is_found_out_and_one_that_goes_on_is_proven_anew() throws Exception {
        rabbit.pause();
        ProbeChanged down;
        try {
            down = Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> written.all(ProbeChanged.class).stream()
                                    .filter(changed -> !changed.up())
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        } finally {
            rabbit.resume();
        }
        assertThat(down.detail()).startsWith("the broker does not answer");

        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> written.all(ProbeChanged.class).stream()
                .anyMatch(changed -> changed.up() && changed.index() > down.index()));
        awaitSightBeyond(journal.now());
        publishing(channel -> channel.basicPublish("shop.events", "k", null, "after".getBytes(StandardCharsets.UTF_8)));
        assertThat(written.captured(1))
                .extracting(Captured::effect, captured -> captured.content().text())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("event", "after"));
        assertThat(written.captured().get(0).occurred().earliest()).isAfter(down.at());
    }

    @Test
    void what_was_published_while_the_broker_had_thrown_the_tap_out_lies_in_a_time_on_record() throws Exception {
        Instant before = journal.now();
        rabbit.run("rabbitmqctl", "close_all_connections", "for a test");
        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.detail()).isEqualTo("the broker ended the connection: CONNECTION_FORCED - for a test");
        ProbeChanged up = written.await(ProbeChanged.class, changed -> changed.up() && changed.index() > down.index());

        assertThat(down.since()).isBefore(down.at()).isAfter(before.minusSeconds(1));
        assertThat(up.at()).isAfter(down.at());
        awaitSightBeyond(up.at());
    }

    private void awaitSightBeyond(Instant instant) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            Instant seen = tap.sight("s").seenUpTo();
            return seen != null && seen.isAfter(instant);
        });
    }

    private interface Doing {
        void with(Channel channel) throws Exception;
    }

    private void publishing(Doing what) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(rabbit.url());
        try (Connection connection = factory.newConnection()) {
            what.with(connection.createChannel());
        }
    }
}
