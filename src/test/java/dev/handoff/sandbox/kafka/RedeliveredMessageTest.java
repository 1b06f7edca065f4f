package dev.handoff.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.environment.TestServers;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that is delivered again is a message to everybody, and an effect to no tap of the run that delivered it. */
class RedeliveredMessageTest {

    private static final String TOPIC = "shop.events";

    @TempDir
    static Path folder;

    private static TestServers.Server server;

    private final Written written = new Written();
    private final OurMessages ours = new OurMessages();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = TestServers.kafka(folder, TOPIC);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened) {
            one.close();
        }
    }

    @Test
    void consumers_get_the_same_bytes_key_and_headers_from_the_same_partition() {
        KafkaTap tap = tap(written, ours);
        byte[] odd = {(byte) 0xff, 0, (byte) 0xfe};
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(TOPIC, 2, bytes("A-1"), odd);
        message.headers().add("X-Twice", bytes("one")).add("X-Twice", bytes("two"));
        publish(message);
        Captured original = written.captured(1).get(0);

        List<Publisher.Sent> copies = tap.publisher().orElseThrow().publishAgain(original, 2);

        assertThat(copies).hasSize(2);
        List<ConsumerRecord<byte[], byte[]>> all = consumed(2, offset(original), 3);
        assertThat(all).allSatisfy(one -> {
            assertThat(one.key()).isEqualTo(bytes("A-1"));
            assertThat(one.value()).isEqualTo(odd);
            assertThat(one.headers()).hasSize(2).isEqualTo(all.get(0).headers());
        });
    }

    @Test
    void no_tap_of_the_run_takes_a_copy_for_an_effect() {
        Written beside = new Written();
        KafkaTap tap = tap(written, ours);
        tap(beside, ours);
        publish(new ProducerRecord<>(TOPIC, 0, bytes("A-1"), bytes("first")));
        Captured original = written.captured(1).get(0);

        tap.publisher().orElseThrow().publishAgain(original, 20);
        publish(new ProducerRecord<>(TOPIC, 0, bytes("A-1"), bytes("last")));

        for (Written each : List.of(written, beside)) {
            each.await(Captured.class, captured -> captured.content().text().equals("last"));
            assertThat(each.captured())
                    .extracting(captured -> captured.content().text())
                    .containsExactly("first", "last");
        }
    }

    @Test
    void what_the_application_publishes_a_second_time_itself_is_an_effect_though_it_is_the_same() {
        KafkaTap tap = tap(written, ours);
        publish(new ProducerRecord<>(TOPIC, 0, bytes("A-1"), bytes("same")));
        tap.publisher().orElseThrow().publishAgain(written.captured(1).get(0), 1);
        publish(new ProducerRecord<>(TOPIC, 0, bytes("A-1"), bytes("same")));

        assertThat(written.captured(2)).hasSize(2);
    }

    @Test
    void the_tap_of_another_run_cannot_know_whose_copy_it_is_and_sees_a_message() {
        Written elsewhere = new Written();
        KafkaTap tap = tap(written, ours);
        tap(elsewhere, new OurMessages());
        publish(new ProducerRecord<>(TOPIC, 0, bytes("A-1"), bytes("same")));

        tap.publisher().orElseThrow().publishAgain(written.captured(1).get(0), 1);

        assertThat(elsewhere.captured(2))
                .allSatisfy(stray -> assertThat(stray.claims()).isEmpty());
    }

    @Test
    void a_published_message_has_key_headers_and_body_and_is_no_effect() {
        KafkaTap tap = tap(written, ours);
        Publisher.Sent sent = tap.publisher()
                .orElseThrow()
                .publish("A-7", Map.of("X-Correlation-Id", List.of("c-1")), "{\"type\":\"paid\"}");
        publish(new ProducerRecord<>(TOPIC, 0, bytes("A-1"), bytes("after")));

        written.await(Captured.class, captured -> captured.content().text().equals("after"));
        assertThat(written.captured()).hasSize(1);
        assertThat(sent.summary()).matches("message on shop.events at \\d/\\d+");
        String place = sent.summary().replaceAll(".* ", "");
        ConsumerRecord<byte[], byte[]> message = consumed(
                        Integer.parseInt(place.split("/")[0]), Long.parseLong(place.split("/")[1]), 1)
                .get(0);
        assertThat(message.key()).isEqualTo(bytes("A-7"));
        assertThat(message.value()).isEqualTo(bytes("{\"type\":\"paid\"}"));
        assertThat(message.headers().lastHeader("X-Correlation-Id").value()).isEqualTo(bytes("c-1"));
    }

    @Test
    void a_message_that_the_broker_has_deleted_cannot_be_delivered_again() throws Exception {
        KafkaTap tap = tap(written, ours);
        publish(new ProducerRecord<>(TOPIC, 1, bytes("A-1"), bytes("gone")));
        publish(new ProducerRecord<>(TOPIC, 1, bytes("A-1"), bytes("left")));
        Captured gone = written.captured(2).get(0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server.address()))) {
            admin.deleteRecords(Map.of(new TopicPartition(TOPIC, 1), RecordsToDelete.beforeOffset(offset(gone) + 1)))
                    .all()
                    .get();
        }

        assertThatThrownBy(() -> tap.publisher().orElseThrow().publishAgain(gone, 1))
                .isInstanceOf(ProbeFailed.class)
                .hasMessageContaining("no longer has message on shop.events at 1/" + offset(gone));
    }

    private KafkaTap tap(Written to, OurMessages ours) {
        Journal journal = new Journal(JournalSettings.NONE, to);
        KafkaTap tap = new KafkaTap(
                new SystemSpec.Kafka(
                        "events", Optional.empty(), TOPIC, List.of(), false, Map.of("event", Map.of()), Map.of()),
                server.address(),
                journal,
                SkewOverTime.ofThisMachine(journal),
                ours);
        opened.add(tap);
        return tap;
    }

    private static void publish(ProducerRecord<byte[], byte[]> message) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        server.address(),
                        "client.id",
                        UUID.randomUUID().toString()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(message);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> consumed(int partition, long from, int count) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", server.address()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, partition)));
            consumer.seek(new TopicPartition(TOPIC, partition), from);
            Awaitility.await()
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                        return all.size() >= count;
                    });
        }
        return all;
    }

    private static long offset(Captured captured) {
        return Long.parseLong(captured.properties().get("offset"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
