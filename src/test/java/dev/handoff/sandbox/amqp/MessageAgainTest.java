package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import dev.handoff.environment.NeedsDocker;
import dev.handoff.environment.TestRabbit;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message that is delivered again is a message to everybody, and an effect to no tap of the run that delivered it. */
@NeedsDocker
class MessageAgainTest {

    private static TestRabbit rabbit;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final OurMessages ours = new OurMessages();
    private final String exchange = "shop." + UUID.randomUUID();
    private final List<Delivery> consumed = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private Connection connection;
    private Channel channel;

    @BeforeAll
    static void start() {
        rabbit = TestRabbit.start();
    }

    @AfterAll
    static void stop() {
        rabbit.close();
    }

    @BeforeEach
    void connect() throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(rabbit.url());
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.exchangeDeclare(exchange, "topic", true);
        String queue = channel.queueDeclare().getQueue();
        channel.queueBind(queue, exchange, "#");
        channel.basicConsume(queue, true, (tag, delivery) -> consumed.add(delivery), tag -> {});
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
        connection.abort(1000);
    }

    @Test
    void consumers_get_the_same_bytes_properties_headers_and_routing_key() throws Exception {
        AmqpTap tap = tap(written, ours);
        byte[] odd = {(byte) 0xff, 0, (byte) 0xfe};
        channel.basicPublish(
                exchange,
                "order.completed",
                new AMQP.BasicProperties.Builder()
                        .headers(Map.of("table", Map.of("a", List.of(1, "two"))))
                        .messageId("m-1")
                        .timestamp(new Date(1_700_000_000_000L))
                        .deliveryMode(2)
                        .priority(3)
                        .build(),
                odd);

        List<Publisher.Sent> copies =
                tap.publisher().orElseThrow().publishAgain(written.captured(1).get(0), 2);

        assertThat(copies)
                .extracting(Publisher.Sent::summary)
                .containsOnly("message on " + exchange + " with the routing key order.completed")
                .hasSize(2);
        Awaitility.await().until(() -> consumed.size() == 3);
        assertThat(consumed).allSatisfy(one -> {
            assertThat(one.getEnvelope().getRoutingKey()).isEqualTo("order.completed");
            assertThat(one.getEnvelope().getExchange()).isEqualTo(exchange);
            assertThat(one.getBody()).isEqualTo(odd);
            assertThat(one.getProperties())
                    .hasToString(consumed.get(0).getProperties().toString());
        });
    }

    @Test
    void no_tap_of_the_run_takes_a_copy_for_an_effect() throws Exception {
        Written beside = new Written();
        AmqpTap tap = tap(written, ours);
        AmqpTap other = tap(beside, ours);
        publish("first");
        Captured original = written.captured(1).get(0);

        tap.publisher().orElseThrow().publishAgain(original, 20);
        publish("last");

        for (Written each : List.of(written, beside)) {
            each.await(Captured.class, captured -> captured.content().text().equals("last"));
            assertThat(each.captured())
                    .extracting(captured -> captured.content().text())
                    .containsExactly("first", "last");
        }
        assertThat(other.system()).isEqualTo("events");
    }

    @Test
    void what_the_application_publishes_once_more_itself_is_an_effect_though_it_is_the_same() throws Exception {
        AmqpTap tap = tap(written, ours);
        publish("same");
        tap.publisher().orElseThrow().publishAgain(written.captured(1).get(0), 1);
        publish("same");

        assertThat(written.captured(2)).hasSize(2);
        awaitSight(tap);
        assertThat(written.captured()).hasSize(2);
    }

    /** Which of two equal messages is whose cannot be told, so the time of the one that counts has to hold both. */
    @Test
    void a_true_copy_at_the_same_moment_is_counted_once_and_its_time_holds_it() throws Exception {
        AmqpTap tap = tap(written, ours);
        awaitSight(tap);
        publish("same");
        Captured original = written.captured(1).get(0);
        for (int round = 0; round < 20; round++) {
            Instant before = journal.now();
            Thread application = new Thread(() -> publish("same"));
            application.start();
            tap.publisher().orElseThrow().publishAgain(original, 1);
            application.join();
            List<Captured> seen = written.captured(round + 2);
            assertThat(seen).hasSize(round + 2);
            Captured copy = seen.get(round + 1);
            assertThat(copy.occurred().earliest()).isBefore(journal.now());
            assertThat(copy.occurred().latest()).isAfterOrEqualTo(before);
        }
        awaitSight(tap);
        assertThat(written.captured()).hasSize(21);
    }

    @Test
    void the_tap_of_another_run_cannot_know_whose_copy_it_is_and_sees_a_message() throws Exception {
        Written elsewhere = new Written();
        AmqpTap tap = tap(written, ours);
        tap(elsewhere, new OurMessages());
        publish("same");

        tap.publisher().orElseThrow().publishAgain(written.captured(1).get(0), 1);

        assertThat(elsewhere.captured(2))
                .allSatisfy(stray -> assertThat(stray.claims()).isEmpty());
    }

    @Test
    void a_published_message_has_routing_key_headers_properties_and_body_and_is_no_effect() throws Exception {
        AmqpTap tap = tap(written, ours);
        Publisher.Sent sent = tap.publisher()
                .orElseThrow()
                .publish(
                        "payment.settled",
                        Map.of("X-Correlation-Id", List.of("c-1"), "Message-Id", List.of("m-7")),
                        "{\"type\":\"paid\"}");
        publish("after");

        written.await(Captured.class, captured -> captured.content().text().equals("after"));
        assertThat(written.captured()).hasSize(1);
        assertThat(sent.summary()).isEqualTo("message on " + exchange + " with the routing key payment.settled");
        Delivery message = consumed.get(0);
        assertThat(message.getEnvelope().getRoutingKey()).isEqualTo("payment.settled");
        assertThat(new String(message.getBody(), StandardCharsets.UTF_8)).isEqualTo("{\"type\":\"paid\"}");
        assertThat(message.getProperties().getContentType()).isEqualTo("application/json");
        assertThat(message.getProperties().getMessageId()).isEqualTo("m-7");
        assertThat(message.getProperties().getHeaders())
                .hasSize(1)
                .hasEntrySatisfying(
                        "X-Correlation-Id", value -> assertThat(value).hasToString("c-1"));
    }

    @Test
    void a_message_that_nobody_gets_is_an_error() throws Exception {
        channel.exchangeDeclare(exchange + ".direct", "direct", true);
        AmqpTap tap = tap(written, ours, new SystemSpec.Exchange(exchange + ".direct", "direct", List.of("a")));

        assertThatThrownBy(() -> tap.publisher().orElseThrow().publish("b", Map.of(), "lost"))
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("no queue is bound for a message with the routing key \"b\" on exchange " + exchange
                        + ".direct");
        assertThat(tap.publisher()
                        .orElseThrow()
                        .publish("a", Map.of(), "not lost")
                        .content()
                        .text())
                .isEqualTo("not lost");
    }

    /** Guards against copies that never come to a tap, and would have it swallow an effect later. */
    @Test
    void a_copy_that_the_broker_refused_hides_no_later_effect() throws Exception {
        AmqpTap tap = tap(written, ours);
        awaitSight(tap);
        AMQP.BasicProperties others =
                new AMQP.BasicProperties.Builder().userId("guest").build();
        channel.basicPublish(exchange, "k", others, "same".getBytes(StandardCharsets.UTF_8));
        Captured original = written.captured(1).get(0);
        channel.exchangeDelete(exchange);
        assertThatThrownBy(() -> tap.publisher().orElseThrow().publishAgain(original, 1))
                .isInstanceOf(ProbeFailed.class);
        channel.exchangeDeclare(exchange, "topic", true);
        Awaitility.await().ignoreExceptions().until(() -> {
            tap.prove();
            return true;
        });
        awaitSight(tap);

        channel.basicPublish(exchange, "k", others, "same".getBytes(StandardCharsets.UTF_8));

        assertThat(written.captured(2)).hasSize(2);
    }

    @Test
    void a_dead_letter_of_a_copy_is_an_effect_of_the_application() throws Exception {
        channel.exchangeDeclare(exchange + ".dead", "fanout", true);
        String rejecting = channel.queueDeclare(
                        "", false, true, true, Map.of("x-dead-letter-exchange", exchange + ".dead"))
                .getQueue();
        channel.queueBind(rejecting, exchange, "#");
        AmqpTap tap = new AmqpTap(
                new SystemSpec.Amqp(
                        "events",
                        Optional.empty(),
                        SystemSpec.Exchange.named(exchange),
                        List.of(),
                        Optional.of(SystemSpec.Exchange.named(exchange + ".dead")),
                        Map.of("event", Map.of(), "dead event", Map.of("dead-letter", "any")),
                        Map.of()),
                rabbit.url(),
                journal,
                ours);
        opened.add(tap);
        publish("one");
        tap.publisher().orElseThrow().publishAgain(written.captured(1).get(0), 1);
        for (int i = 0; i < 2; i++) {
            channel.basicReject(
                    Awaitility.await()
                            .until(() -> channel.basicGet(rejecting, false), got -> got != null)
                            .getEnvelope()
                            .getDeliveryTag(),
                    false);
        }

        assertThat(written.captured(3))
                .extracting(Captured::effect)
                .containsExactly("event", "dead event", "dead event");
    }

    @Test
    void a_message_that_is_no_longer_kept_cannot_be_delivered_again() throws Exception {
        AmqpTap tap = tap(written, ours);
        publish("old");
        byte[] large = new byte[8 * 1024 * 1024];
        for (int i = 0; i < 9; i++) {
            channel.basicPublish(exchange, "k", null, large);
        }
        Captured old = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(written::captured, all -> all.size() == 10)
                .get(0);

        assertThatThrownBy(() -> tap.publisher().orElseThrow().publishAgain(old, 1))
                .isInstanceOf(ProbeFailed.class)
                .hasMessage(old.summary() + " cannot be delivered again: of the messages of a run the latest 64 MiB are"
                        + " kept, and it is older");
        assertThat(IntStream.range(1, 10)
                        .mapToObj(i -> written.captured().get(i).content().cutAt()))
                .containsOnly(1L << 20);
    }

    private AmqpTap tap(Written to, OurMessages ours) {
        return tap(to, ours, SystemSpec.Exchange.named(exchange));
    }

    private AmqpTap tap(Written to, OurMessages ours, SystemSpec.Exchange tapped) {
        AmqpTap tap = new AmqpTap(
                new SystemSpec.Amqp(
                        "events",
                        Optional.empty(),
                        tapped,
                        List.of(),
                        Optional.empty(),
                        Map.of("event", Map.of()),
                        Map.of()),
                rabbit.url(),
                to == written ? journal : new Journal(JournalSettings.NONE, to),
                ours);
        opened.add(tap);
        return tap;
    }

    private void publish(String body) {
        try {
            synchronized (channel) {
                channel.basicPublish(exchange, "k", null, body.getBytes(StandardCharsets.UTF_8));
                channel.waitForConfirmsOrDie(10_000);
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void awaitSight(AmqpTap tap) {
        Instant now = journal.now();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            Instant seen = tap.sight("s").seenUpTo();
            return seen != null && seen.isAfter(now);
        });
    }
}
