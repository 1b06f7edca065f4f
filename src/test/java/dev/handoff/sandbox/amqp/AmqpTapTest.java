package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.handoff.environment.NeedsDocker;
import dev.handoff.environment.TestRabbit;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.Sequence;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
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

@NeedsDocker
class AmqpTapTest {

    private static TestRabbit rabbit;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final String exchange = "shop." + UUID.randomUUID();
    private final String dead = exchange + ".dead";
    private final String queue = "refunds-" + exchange;
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
        factory.setAutomaticRecoveryEnabled(false);
        connection = factory.newConnection();
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
        channel.exchangeDeclare(dead, BuiltinExchangeType.FANOUT, true);
        channel.queueDeclare(
                queue, true, false, false, Map.of("x-dead-letter-exchange", dead, "x-dead-letter-routing-key", "dead"));
        channel.queueBind(queue, exchange, "#");
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        connection.abort(1000);
    }

    @Test
    void a_message_is_seen_with_its_routing_key_properties_headers_and_body() throws Exception {
        AmqpTap tap = tap();
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("X-Correlation-Id", "c-1");
        headers.put("bytes", "als Text".getBytes(StandardCharsets.UTF_8));
        headers.put("long", "x".repeat(70_000));
        headers.put("nested", Map.of("tenant", Map.of("id", 7)));
        headers.put("several", List.of("one", 2));
        headers.put("nothing", null);
        publish(
                "order.completed",
                new AMQP.BasicProperties.Builder()
                        .headers(headers)
                        .messageId("m-1")
                        .correlationId("c-2")
                        .type("completed")
                        .contentType("application/json")
                        .appId("shop")
                        .replyTo("answers")
                        .timestamp(new Date(1_700_000_000_000L))
                        .build(),
                "{\"type\":\"order.completed\"}");

        Captured seen = written.captured(1).get(0);
        assertThat(seen.effect()).isEqualTo("order completed event");
        assertThat(seen.summary()).isEqualTo("message on " + exchange + " with the routing key order.completed");
        assertThat(seen.properties())
                .containsExactly(
                        Map.entry("exchange", exchange),
                        Map.entry("routing-key", "order.completed"),
                        Map.entry("position", "1"),
                        Map.entry("message-id", "m-1"),
                        Map.entry("correlation-id", "c-2"),
                        Map.entry("type", "completed"),
                        Map.entry("content-type", "application/json"),
                        Map.entry("app-id", "shop"),
                        Map.entry("reply-to", "answers"),
                        Map.entry("timestamp", "2023-11-14T22:13:20Z"));
        assertThat(seen.content().header("x-correlation-id")).contains("c-1");
        assertThat(seen.content().header("bytes")).contains("als Text");
        assertThat(seen.content().header("long"))
                .hasValueSatisfying(value -> assertThat(value).hasSize(70_000));
        assertThat(seen.content().header("nested")).contains("{\"tenant\":{\"id\":7}}");
        assertThat(seen.content().headers().get("several")).containsExactly("one", "2");
        assertThat(seen.content().header("nothing")).contains("");
        assertThat(seen.content().tree().path("type").asText()).isEqualTo("order.completed");
        assertThat(seen.occurred().latest()).isBeforeOrEqualTo(seen.at());
        assertThat(tap.address())
                .containsEntry("exchange", exchange)
                .containsEntry("url", rabbit.url())
                .containsKeys("host", "port");
    }

    @Test
    void a_body_that_is_no_text_is_seen_as_base64() throws Exception {
        tap();
        publish("k", null, new byte[] {(byte) 0xff, 0, 1});

        assertThat(written.captured(1).get(0).content().text()).isEqualTo("/wAB");
    }

    @Test
    void no_consumer_loses_a_message_to_the_tap_or_gets_one_of_its_own() throws Exception {
        List<String> read = consume(queue);
        AmqpTap tap = tap();
        tap.prove();
        for (int i = 1; i <= 300; i++) {
            publish("order." + i, null, "message " + i);
            tap.sight("s");
        }
        awaitSightBeyond(tap, journal.now());

        Awaitility.await().until(() -> read.size() >= 300);
        assertThat(read)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 300)
                        .mapToObj(i -> "message " + i)
                        .toList());
        assertThat(written.captured()).hasSize(300);
    }

    @Test
    void of_ten_thousand_messages_none_is_lost_and_their_order_is_kept() throws Exception {
        AmqpTap tap = tap();
        for (int i = 1; i <= 10_000; i++) {
            channel.basicPublish(exchange, "k", null, ("message " + i).getBytes(StandardCharsets.UTF_8));
        }
        channel.waitForConfirmsOrDie(30_000);
        awaitSightBeyond(tap, journal.now());

        assertThat(written.captured())
                .extracting(message -> message.content().text())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10_000)
                        .mapToObj(i -> "message " + i)
                        .toList());
        assertThat(written.captured())
                .extracting(message -> message.properties().get("position"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 10_000)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void the_sight_passes_a_message_only_after_its_capture() throws Exception {
        AmqpTap tap = tap();
        for (int i = 1; i <= 50; i++) {
            publish("k", null, "message " + i);
            awaitSightBeyond(tap, journal.now());
            assertThat(written.captured())
                    .as("captures when message " + i + " is passed")
                    .hasSize(i);
        }
        assertThat(tap.sight("s").evidence()).isEqualTo(exchange + " read to message 50, a fence behind it");
    }

    @Test
    void while_a_scenario_runs_it_is_known_closely_when_a_message_was_published() throws Exception {
        AmqpTap tap = tap();
        tap.watch("s", name -> Optional.empty());
        Awaitility.await().until(() -> tap.sight("s").seenUpTo() != null);
        awaitSightBeyond(tap, journal.now());
        Instant before = journal.now();
        publish("k", null, "one");
        Instant after = journal.now();

        Captured seen = written.captured(1).get(0);
        assertThat(seen.occurred().earliest()).isBeforeOrEqualTo(after).isAfter(before.minusSeconds(2));
        assertThat(seen.occurred().latest()).isAfterOrEqualTo(before);
    }

    @Test
    void a_dead_letter_has_its_reason_and_is_not_the_effect_that_it_was() throws Exception {
        tap(true);
        publish("order.completed", null, "{\"type\":\"order.completed\"}");
        channel.basicReject(channel.basicGet(queue, false).getEnvelope().getDeliveryTag(), false);

        Captured letter = written.captured(2).get(1);
        assertThat(written.captured())
                .extracting(Captured::effect)
                .containsExactly("order completed event", "rejected order");
        assertThat(letter.properties())
                .containsEntry("exchange", dead)
                .containsEntry("dead-letter", "rejected")
                .containsEntry("dead-letter.queue", queue)
                .containsEntry("dead-letter.count", "1");
        assertThat(letter.summary())
                .isEqualTo("message on " + dead + " with the routing key dead, a dead letter: rejected");
    }

    @Test
    void an_expired_message_is_a_dead_letter_of_another_reason() throws Exception {
        tap(true);
        publish(
                "order.completed",
                new AMQP.BasicProperties.Builder().expiration("1").build(),
                "{\"type\":\"order.completed\"}");

        assertThat(written.captured(2))
                .extracting(Captured::effect)
                .containsExactly("order completed event", "late order");
        assertThat(written.captured().get(1).properties()).containsEntry("dead-letter", "expired");
    }

    @Test
    void what_the_broker_puts_back_on_its_exchange_to_be_tried_again_is_no_second_effect() throws Exception {
        String waiting = "retry-" + exchange;
        channel.queueDeclare(
                waiting, true, false, false, Map.of("x-dead-letter-exchange", exchange, "x-message-ttl", 1));
        channel.queueBind(waiting, dead, "");
        AmqpTap tap = tap(false);
        publish("order.completed", null, "{\"type\":\"order.completed\"}");
        channel.basicReject(channel.basicGet(queue, false).getEnvelope().getDeliveryTag(), false);

        written.captured(2);
        awaitSightBeyond(tap, journal.now());
        assertThat(written.captured()).extracting(Captured::effect).containsExactly("order completed event", null);
    }

    @Test
    void what_an_application_itself_puts_among_the_dead_is_published_there() throws Exception {
        tap(true);
        channel.basicPublish(dead, "", null, "{\"type\":\"order.completed\"}".getBytes(StandardCharsets.UTF_8));

        Captured letter = written.captured(1).get(0);
        assertThat(letter.effect()).isNull();
        assertThat(letter.properties()).containsEntry("dead-letter", "published");
    }

    @Test
    void a_queue_that_holds_messages_is_not_at_rest_until_it_was_empty_once() throws Exception {
        AmqpTap tap = tap();
        publish("k", null, "one");
        publish("k", null, "two");
        Instant since = journal.now();

        assertThat(tap.rest(since)).contains(new Rest(false, queue + " has 2 messages to read and no consumer"));
        channel.basicGet(queue, true);
        channel.basicGet(queue, true);
        assertThat(tap.rest(since)).contains(Rest.incomplete(queue + " read empty, unacknowledged messages not told"));
        publish("k", null, "of somebody else");
        assertThat(tap.rest(since)).contains(Rest.incomplete(queue + " read empty, unacknowledged messages not told"));
        assertThat(tap.rest(journal.now())).contains(new Rest(false, queue + " has 1 message to read and no consumer"));
    }

    @Test
    void a_queue_that_nobody_knows_is_not_at_rest() throws Exception {
        channel.queueDelete(queue);
        AmqpTap tap = tap();
        Rest rest = tap.rest(journal.now()).orElseThrow();

        assertThat(rest.atRest()).isFalse();
        assertThat(rest.words())
                .startsWith("the broker of events at localhost:")
                .endsWith("has no queue " + queue);
        assertThat(tap.rest(journal.now()).orElseThrow().words()).endsWith("has no queue " + queue);
    }

    @Test
    void a_queue_of_one_consumer_alone_says_that_it_cannot_be_asked() throws Exception {
        channel.queueDelete(queue);
        channel.queueDeclare(queue, false, true, false, null);

        assertThat(tap().rest(journal.now()))
                .contains(new Rest(false, "the queue " + queue + " is its consumer's alone and cannot be asked"));
    }

    @Test
    void without_consumers_named_it_proves_nothing() {
        assertThat(tap(spec(SystemSpec.Exchange.named(exchange), List.of(), false, Map.of()))
                        .rest(journal.now()))
                .isEmpty();
    }

    @Test
    void a_fence_that_came_back_proves_the_tap_and_what_is_ours_goes_with_it() throws Exception {
        AmqpTap tap = tap(true);
        tap.prove();

        assertThat(written.all(ProbeChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.up()).isTrue();
            assertThat(changed.detail()).isEqualTo("its fence message came back, and it is bound to " + exchange);
        });
        assertThat(written.captured()).isEmpty();
        assertThat(rabbit.run("rabbitmqctl", "list_exchanges", "name")).contains("handoff.tap.");
        close();
        opened.clear();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        rabbit.run("rabbitmqctl", "list_exchanges", "name")
                                + rabbit.run("rabbitmqctl", "list_queues", "name"))
                .doesNotContain("handoff.tap."));
    }

    @Test
    void an_exchange_that_is_deleted_and_made_again_between_two_looks_is_on_record_and_tapped_anew() throws Exception {
        AmqpTap tap = tap();
        tap.prove();
        channel.exchangeDelete(exchange);
        channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
        publish("k", null, "nobody sees this");
        tap.sight("s");

        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.detail()).isEqualTo("an exchange that was tapped has been deleted");
        written.await(ProbeChanged.class, changed -> changed.up() && changed.index() > down.index());
        assertThat(tap.sight("s").seenUpTo()).isNotNull();
        publish("k", null, "seen again");
        assertThat(written.captured(1))
                .extracting(message -> message.content().text())
                .containsExactly("seen again");
    }

    @Test
    void an_exchange_that_is_gone_is_on_record_and_not_made_by_watching() throws Exception {
        AmqpTap tap = tap();
        tap.prove();
        channel.exchangeDelete(exchange);
        tap.sight("s");

        written.await(ProbeChanged.class, changed -> !changed.up());
        assertThatThrownBy(tap::prove)
                .isInstanceOf(ProbeFailed.class)
                .hasMessageEndingWith("has no exchange " + exchange);
        assertThatThrownBy(() -> connection.createChannel().exchangeDeclarePassive(exchange))
                .hasStackTraceContaining("no exchange '" + exchange);
    }

    @Test
    void a_queue_of_the_tap_that_somebody_deletes_is_on_record() throws Exception {
        AmqpTap tap = tap();
        tap.prove();
        rabbit.run("rabbitmqctl", "delete_queue", queueOfTheTap());

        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.detail()).isEqualTo("the queue of the tap was deleted");
        written.await(ProbeChanged.class, changed -> changed.up() && changed.index() > down.index());
    }

    @Test
    void a_message_has_its_place_in_the_sequence_of_its_exchange() throws Exception {
        tap(spec(
                SystemSpec.Exchange.named(exchange),
                List.of(),
                false,
                Map.of("order completed event", new SystemSpec.Sequence("$.number", Optional.of("routing-key")))));
        publish("acme", null, "{\"type\":\"order.completed\",\"number\":7}");
        publish("acme", null, "{\"type\":\"order.completed\"}");

        assertThat(written.captured(2))
                .extracting(Captured::sequence)
                .containsExactly(new Sequence(exchange + " $.number", "$.number", "routing-key=acme", "7"), null);
    }

    @Test
    void of_fanout_and_headers_exchanges_everything_is_seen() throws Exception {
        for (BuiltinExchangeType type : List.of(BuiltinExchangeType.FANOUT, BuiltinExchangeType.HEADERS)) {
            String other = exchange + "." + type.getType();
            channel.exchangeDeclare(other, type, true);
            tap(spec(SystemSpec.Exchange.named(other), List.of(), false, Map.of()));
            channel.basicPublish(other, "k", null, "bare".getBytes(StandardCharsets.UTF_8));
            channel.basicPublish(
                    other,
                    "k",
                    new AMQP.BasicProperties.Builder().headers(Map.of("a", 1)).build(),
                    "with".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(written.captured(4))
                .extracting(message -> message.content().text())
                .containsOnly("bare", "with");
    }

    @Test
    void a_direct_exchange_is_seen_as_far_as_its_routing_keys_are_named() throws Exception {
        String direct = exchange + ".direct";
        channel.exchangeDeclare(direct, BuiltinExchangeType.DIRECT, true);
        assertThatThrownBy(() -> tap(spec(SystemSpec.Exchange.named(direct), List.of(), false, Map.of())))
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("exchange " + direct + " is of type direct, which gives a tap only the routing keys that it"
                        + " names; say them: exchange: { name: " + direct + ", bind: [...] }");

        tap(spec(new SystemSpec.Exchange(direct, "direct", List.of("a", "b")), List.of(), false, Map.of()));
        for (String key : List.of("a", "c", "b")) {
            channel.basicPublish(direct, key, null, key.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(written.captured(2))
                .extracting(message -> message.content().text())
                .containsExactly("a", "b");
    }

    @Test
    void what_cannot_be_tapped_is_said_in_one_sentence() {
        assertThatThrownBy(() -> tap(spec(SystemSpec.Exchange.named("nothing"), List.of(), false, Map.of())))
                .isInstanceOf(ProbeFailed.class)
                .hasMessageMatching("the broker of events at localhost:\\d+ has no exchange nothing");
        assertThatThrownBy(() -> open("amqp://localhost:1"))
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("the broker of events at localhost:1 cannot be reached");
        assertThatThrownBy(() -> open(rabbit.url().replace("guest:guest", "guest:wrong")))
                .isInstanceOf(ProbeFailed.class)
                .hasMessageMatching("the broker of events at localhost:\\d+ refuses the user guest");
        assertThatThrownBy(() -> open(rabbit.url() + "/nowhere"))
                .isInstanceOf(ProbeFailed.class)
                .hasMessageContaining("refuses: ")
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> open("localhost:5672"))
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("the url of events is no address of a broker; write amqp://user:password@host:5672/vhost");
    }

    @Test
    void what_a_policy_took_out_of_the_taps_queue_is_on_record() throws Exception {
        AmqpTap tap = tap();
        tap.prove();
        channel.basicPublish(
                "", queueOfTheTap() + ".dropped", null, "as the broker would".getBytes(StandardCharsets.UTF_8));

        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.detail())
                .isEqualTo("the broker has dropped messages of the tap: a policy of its queues limits them");
    }

    private static String queueOfTheTap() throws Exception {
        return rabbit.run("rabbitmqctl", "list_queues", "-q", "--no-table-headers", "name")
                .lines()
                .filter(name -> name.matches("handoff\\.tap\\.\\d+"))
                .findFirst()
                .orElseThrow();
    }

    private AmqpTap tap() {
        return tap(false);
    }

    private AmqpTap tap(boolean deadLetters) {
        return tap(spec(SystemSpec.Exchange.named(exchange), List.of(queue), deadLetters, Map.of()));
    }

    private AmqpTap tap(SystemSpec.Amqp spec) {
        AmqpTap tap = new AmqpTap(spec, rabbit.url(), journal);
        opened.add(tap);
        return tap;
    }

    private AmqpTap open(String url) {
        AmqpTap tap = new AmqpTap(spec(SystemSpec.Exchange.named(exchange), List.of(), false, Map.of()), url, journal);
        opened.add(tap);
        return tap;
    }

    private SystemSpec.Amqp spec(
            SystemSpec.Exchange tapped,
            List<String> consumers,
            boolean deadLetters,
            Map<String, SystemSpec.Sequence> sequences) {
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        records.put("order completed event", Map.of("$.type", "order.completed"));
        if (deadLetters) {
            records.put("rejected order", Map.of("$.type", "order.completed", "dead-letter", "rejected"));
            records.put("late order", Map.of("dead-letter", "expired"));
        }
        return new SystemSpec.Amqp(
                "events",
                Optional.empty(),
                tapped,
                consumers,
                deadLetters ? Optional.of(SystemSpec.Exchange.named(dead)) : Optional.empty(),
                records,
                sequences);
    }

    private void publish(String key, AMQP.BasicProperties properties, String body) throws Exception {
        publish(key, properties, body.getBytes(StandardCharsets.UTF_8));
    }

    private void publish(String key, AMQP.BasicProperties properties, byte[] body) throws Exception {
        channel.basicPublish(exchange, key, properties, body);
        channel.waitForConfirmsOrDie(10_000);
    }

    private List<String> consume(String from) throws Exception {
        List<String> read = new CopyOnWriteArrayList<>();
        connection
                .createChannel()
                .basicConsume(
                        from,
                        true,
                        (tag, delivery) -> read.add(new String(delivery.getBody(), StandardCharsets.UTF_8)),
                        tag -> {});
        return read;
    }

    private static void awaitSightBeyond(AmqpTap tap, Instant instant) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    Instant seen = tap.sight("s").seenUpTo();
                    return seen != null && seen.isAfter(instant);
                });
    }
}
