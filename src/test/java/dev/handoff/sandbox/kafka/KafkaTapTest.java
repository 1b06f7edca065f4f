package dev.handoff.sandbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.environment.TestServers;
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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTapTest {

    @TempDir
    static Path folder;

    private static TestServers.Server server;
    private static Admin admin;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final String topic = "shop." + UUID.randomUUID();
    private final String group = "group-" + topic;
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void start() {
        server = TestServers.kafka(folder, "ready");
        admin = Admin.create(Map.of("bootstrap.servers", server.address()));
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
        server.close();
    }

    @BeforeEach
    void createTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptions()
                .until(() -> admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                        .allMatch(partition -> partition.leader() != null));
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void messagesAfterTheTapAreSeenInOrderWithKeyHeadersAndOffset() throws Exception {
        KafkaProducer<String, String> producer = producer(Map.of());
        producer.send(new ProducerRecord<>(topic, 1, "k", "before")).get();
        KafkaTap tap = tap();
        ProducerRecord<String, String> completed =
                new ProducerRecord<>(topic, 1, "A-1", "{\"type\":\"order.completed\"}");
        completed.headers().add("X-Correlation-Id", "c-1".getBytes(StandardCharsets.UTF_8));
        producer.send(completed);
        for (int i = 2; i <= 20; i++) {
            producer.send(new ProducerRecord<>(topic, 1, null, "message " + i));
        }

        List<Captured> seen = written.captured(20);
        assertThat(seen)
                .extracting(message -> message.properties().get("offset"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList());
        Captured first = seen.get(0);
        assertThat(first.effect()).isEqualTo("order completed event");
        assertThat(first.properties())
                .containsExactly(
                        Map.entry("topic", topic),
                        Map.entry("partition", "1"),
                        Map.entry("offset", "1"),
                        Map.entry("key", "A-1"));
        assertThat(first.content().header("x-correlation-id")).contains("c-1");
        assertThat(first.content().tree().path("type").asText()).isEqualTo("order.completed");
        assertThat(first.summary()).isEqualTo("message on " + topic + " at 1/1");
        assertThat(first.occurred().latest()).isBeforeOrEqualTo(first.at());
        assertThat(seen.get(1).effect()).isNull();
        assertThat(seen.get(1).content().text()).isEqualTo("message 2");
        assertThat(tap.address()).containsEntry("topic", topic).containsEntry("bootstrap", server.address());
    }

    @Test
    void everyPartitionIsRead() throws Exception {
        tap();
        KafkaProducer<String, String> producer = producer(Map.of());
        for (int partition = 0; partition < 3; partition++) {
            producer.send(new ProducerRecord<>(topic, partition, "key", "value"))
                    .get();
        }

        assertThat(written.captured(3))
                .extracting(message -> message.properties().get("partition"))
                .containsExactlyInAnyOrder("0", "1", "2");
        assertThat(written.captured()).extracting(Captured::effect).containsOnly("keyed event");
    }

    @Test
    void aMessageWithoutAValueIsSeen() throws Exception {
        tap();
        producer(Map.of()).send(new ProducerRecord<>(topic, "A-1", null)).get();

        assertThat(written.captured(1).get(0).content().text()).isEmpty();
    }

    @Test
    void aConsumerGroupBesideItIsNotDisturbed() throws Exception {
        AtomicInteger assignments = new AtomicInteger();
        KafkaConsumer<String, String> consumer = consumer(assignments);
        poll(consumer, () -> !consumer.assignment().isEmpty());
        KafkaTap tap = tap();
        tap.prove();
        KafkaProducer<String, String> producer = producer(Map.of());
        for (int i = 0; i < 30; i++) {
            producer.send(new ProducerRecord<>(topic, i % 3, null, "message " + i));
        }
        AtomicInteger read = new AtomicInteger();
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(1)).until(() -> {
            tap.rest(journal.now());
            return read.addAndGet(consumer.poll(Duration.ofMillis(20)).count()) == 30;
        });

        assertThat(written.captured(30)).hasSize(30);
        assertThat(assignments).hasValue(1);
        assertThat(admin.listGroups().all().get())
                .filteredOn(listed -> listed.groupId().contains(topic))
                .singleElement()
                .satisfies(listed -> assertThat(listed.groupId()).isEqualTo(group));
    }

    @Test
    void whatIsNotCommittedIsNotSeenAndHoldsNothingUp() throws Exception {
        KafkaTap tap = tap();
        KafkaProducer<String, String> producer = producer(Map.of("transactional.id", topic));
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 0, null, "aborted")).get();
        awaitSightBeyond(tap, journal.now());
        assertThat(written.captured()).isEmpty();
        producer.abortTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 0, null, "committed")).get();
        awaitSightBeyond(tap, journal.now());
        assertThat(written.captured()).isEmpty();
        producer.commitTransaction();

        awaitSightBeyond(tap, journal.now());
        assertThat(written.capture().content().text()).isEqualTo("committed");
    }

    @Test
    void theSightPassesAMessageOnlyAfterItsCapture() throws Exception {
        KafkaTap tap = tap();
        KafkaProducer<String, String> producer = producer(Map.of());
        for (int i = 1; i <= 20; i++) {
            producer.send(new ProducerRecord<>(topic, i % 3, null, "message " + i))
                    .get();
            awaitSightBeyond(tap, journal.now());
            assertThat(written.captured())
                    .as("captures when message " + i + " is passed")
                    .hasSize(i);
        }
        assertThat(tap.sight("s").evidence()).isEqualTo(topic + " consumed to offset 6/7/7");
    }

    @Test
    void aGroupThatLagsIsNotAtRestUntilItHasReadWhatWasThereHoweverMuchComesLater() throws Exception {
        KafkaConsumer<String, String> consumer = consumer(new AtomicInteger());
        poll(consumer, () -> !consumer.assignment().isEmpty());
        KafkaTap tap = tap();
        KafkaProducer<String, String> producer = producer(Map.of());
        producer.send(new ProducerRecord<>(topic, 0, null, "one")).get();
        producer.send(new ProducerRecord<>(topic, 1, null, "two")).get();
        Instant since = journal.now();

        assertThat(tap.rest(since)).contains(new Rest(false, group + " has 2 messages to read"));
        AtomicInteger read = new AtomicInteger();
        poll(consumer, () -> read.addAndGet(1) > 0 && position(consumer, 0) == 1 && position(consumer, 1) == 1);
        consumer.commitSync();
        producer.send(new ProducerRecord<>(topic, 0, null, "of somebody else")).get();

        assertThat(tap.rest(since)).contains(new Rest(true, group + " has read everything"));
        assertThat(tap.rest(journal.now())).contains(new Rest(false, group + " has 1 message to read"));
    }

    @Test
    void aGroupThatNobodyKnowsIsNotAtRest() {
        assertThat(tap().rest(journal.now()))
                .contains(new Rest(false, "the broker of events knows no consumer group " + group));
    }

    @Test
    void aGroupWhoseMembersHaveNothingToReadFromYetIsNotAtRest() throws Exception {
        KafkaConsumer<String, String> consumer = consumer(new AtomicInteger());
        producer(Map.of()).send(new ProducerRecord<>(topic, "one")).get();
        KafkaTap tap = tap();
        Instant since = journal.now();
        List<Rest> seen = new ArrayList<>();
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(1)).until(() -> {
            consumer.poll(Duration.ofMillis(1));
            seen.add(tap.rest(since).orElseThrow());
            return !consumer.assignment().isEmpty();
        });
        seen.add(tap.rest(since).orElseThrow());

        assertThat(seen).extracting(Rest::atRest).containsOnly(false);
        poll(
                consumer,
                () -> IntStream.range(0, 3)
                                .mapToLong(partition -> position(consumer, partition))
                                .sum()
                        == 1);
        consumer.commitSync();
        assertThat(tap.rest(since)).contains(new Rest(true, group + " has read everything"));
    }

    @Test
    void aGroupThatIsThereWithoutMembersOrOffsetsIsNotAtRest() throws Exception {
        KafkaConsumer<String, String> consumer = consumer(new AtomicInteger());
        poll(consumer, () -> !consumer.assignment().isEmpty());
        consumer.unsubscribe();
        Rest rest = tap().rest(journal.now()).orElseThrow();

        assertThat(rest.atRest()).isFalse();
        assertThat(rest.words()).isEqualTo("the consumer group " + group + " reads no partition");
    }

    @Test
    void withoutGroupsItProvesNothing() {
        assertThat(tap(server.address(), topic, List.of()).rest(journal.now())).isEmpty();
    }

    @Test
    void theCanaryProvesTheTapIsNoEffectAndItsTopicGoesWithIt() throws Exception {
        KafkaTap tap = tap();
        tap.prove();

        assertThat(written.all(ProbeChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.up()).isTrue();
            assertThat(changed.detail())
                    .matches("its canary message came back, the broker's clock within \\d+\\.\\d ms of ours");
        });
        assertThat(written.captured()).isEmpty();
        assertThat(canaries()).isNotEmpty();
        close();
        opened.clear();
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(canaries()).isEmpty());
    }

    @Test
    void aBrokerThatGoesAwayIsOnRecordInASentence() throws Exception {
        try (TestServers.Server other = TestServers.kafka(folder.resolve("other"), topic)) {
            KafkaTap tap = tap(other.address(), topic, List.of(group));
            awaitSightBeyond(tap, journal.now());
            other.close();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(8))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        tap.sight("s");
                        return !written.all(ProbeChanged.class).isEmpty();
                    });
            ProbeChanged down = written.all(ProbeChanged.class).get(0);
            assertThat(down.up()).isFalse();
            assertThat(down.detail()).startsWith("the broker does not answer").doesNotContain("\n", "Exception");
            assertThat(tap.sight("s").seenUpTo()).isBefore(down.at());
            close();
            opened.clear();
        }
    }

    @Test
    void aTopicThatIsMadeAgainIsReadFromItsBeginningAndTheGapIsOnRecord() throws Exception {
        KafkaTap tap = tap();
        tap.prove();
        KafkaProducer<String, String> producer = producer(Map.of());
        for (int i = 0; i < 3; i++) {
            producer.send(new ProducerRecord<>(topic, 0, null, "old " + i)).get();
        }
        awaitSightBeyond(tap, journal.now());
        producer.close();
        admin.deleteTopics(List.of(topic)).all().get();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> !admin.listTopics().names().get().contains(topic));
        createTopic();
        KafkaProducer<String, String> later = producer(Map.of());
        for (int i = 0; i < 6; i++) {
            later.send(new ProducerRecord<>(topic, 0, null, "new " + i)).get();
        }
        awaitSightBeyond(tap, journal.now());

        assertThat(written.captured())
                .extracting(message -> message.content().text())
                .as("the client may have gone on from its old position before the tap went back")
                .containsExactlyInAnyOrder(
                        "old 0", "old 1", "old 2", "new 0", "new 1", "new 2", "new 3", "new 4", "new 5");
        written.await(ProbeChanged.class, changed -> changed.up() && changed.index() > 2);
        assertThat(written.all(ProbeChanged.class)).extracting(ProbeChanged::up).containsExactly(true, false, true);
        assertThat(written.all(ProbeChanged.class).get(1).detail())
                .isEqualTo("the topic " + topic + " was deleted and made again");
    }

    @Test
    void aTopicThatIsGoneIsOnRecord() throws Exception {
        KafkaTap tap = tap();
        tap.prove();
        admin.deleteTopics(List.of(topic)).all().get();

        ProbeChanged down = written.await(ProbeChanged.class, changed -> {
            tap.sight("s");
            return !changed.up();
        });
        assertThat(down.detail()).isEqualTo("the broker has no topic " + topic + " any more");
        assertThat(admin.listTopics().names().get())
                .as("watching a topic does not make it")
                .doesNotContain(topic);
    }

    @Test
    void partitionsThatATopicGetsMeanwhileAreReadFromTheirBeginning() throws Exception {
        KafkaTap tap = tap();
        tap.prove();
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(5))).all().get();
        KafkaProducer<String, String> producer = producer(Map.of());
        Awaitility.await().until(() -> producer.partitionsFor(topic).size() == 5);
        producer.send(new ProducerRecord<>(topic, 4, null, "one")).get();
        awaitSightBeyond(tap, journal.now());

        assertThat(written.captured(1))
                .extracting(message -> message.content().text())
                .containsExactly("one");
        assertThat(written.all(ProbeChanged.class)).hasSize(1);
    }

    @Test
    void theTimeOfAnotherClockTellsNothing() throws Exception {
        KafkaTap tap = tap(true, Map.of());
        tap.prove();
        awaitSightBeyond(tap, journal.now());
        Instant before = journal.now();
        awaitSightBeyond(tap, before);
        Instant recent = journal.now();
        long now = System.currentTimeMillis();
        producer(Map.of())
                .send(new ProducerRecord<>(topic, 0, now + 86_400_000, null, "to come"))
                .get();
        producer(Map.of())
                .send(new ProducerRecord<>(topic, 0, now, null, "by chance about right"))
                .get();
        awaitSightBeyond(tap, journal.now());

        assertThat(written.captured()).hasSize(2).allSatisfy(message -> {
            assertThat(message.occurred().earliest()).isAfterOrEqualTo(before).isBeforeOrEqualTo(recent);
            assertThat(Duration.between(message.occurred().latest(), message.at()))
                    .isLessThan(Duration.ofMillis(50));
        });
        assertThat(written.all(ProbeChanged.class))
                .extracting(ProbeChanged::detail)
                .containsExactly("its canary message came back; its clock is its own");
    }

    @Test
    void aMessageHasItsPlaceInTheSequenceOfItsTopic() throws Exception {
        tap(
                false,
                Map.of(
                        "order completed event",
                        new SystemSpec.Sequence("$.number", Optional.of("$.tenant")),
                        "keyed event",
                        new SystemSpec.Sequence("header Number", Optional.of("partition"))));
        KafkaProducer<String, String> producer = producer(Map.of());
        for (String rest : List.of(
                "\"number\":7,\"tenant\":\"acme\"",
                "\"number\":7",
                "\"tenant\":\"acme\"",
                "\"number\":null,\"tenant\":\"acme\"",
                "\"number\":[7],\"tenant\":\"acme\"")) {
            producer.send(new ProducerRecord<>(topic, 0, null, "{\"type\":\"order.completed\"," + rest + "}"));
        }
        ProducerRecord<String, String> keyed = new ProducerRecord<>(topic, 2, "key", "value");
        keyed.headers().add("Number", "12".getBytes(StandardCharsets.UTF_8));
        producer.flush();
        producer.send(keyed).get();
        producer.send(new ProducerRecord<>(topic, 2, "other", "value")).get();

        assertThat(written.captured(7).stream()
                        .filter(message -> message.effect() != null)
                        .map(Captured::sequence))
                .containsExactlyInAnyOrder(
                        new Sequence(topic + " $.number", "$.number", "$.tenant=acme", "7"),
                        null,
                        null,
                        null,
                        null,
                        new Sequence(topic + " header Number", "header Number", "partition=2", "12"));
    }

    @Test
    void aBrokerThatComesBackIsProvenByACanaryBeforeItCounts() throws Exception {
        try (TestServers.Reached other = TestServers.kafkaBehindAPassage(folder.resolve("back"), topic)) {
            KafkaTap tap = tap(other.address(), topic, List.of());
            tap.prove();
            awaitSightBeyond(tap, journal.now());
            other.passage().cut();
            ProbeChanged down = Awaitility.await()
                    .atMost(Duration.ofSeconds(15))
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> {
                                tap.sight("s");
                                return written.all(ProbeChanged.class).stream()
                                        .filter(changed -> !changed.up())
                                        .findFirst()
                                        .orElse(null);
                            },
                            Objects::nonNull);
            assertThat(down.since()).isBefore(down.at());
            other.passage().flow();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> written.all(ProbeChanged.class).size() == 3);
            assertThat(written.all(ProbeChanged.class).get(2).detail()).startsWith("its canary message came back");
            KafkaProducer<String, String> producer = producer(Map.of("bootstrap.servers", other.address()));
            producer.send(new ProducerRecord<>(topic, 0, null, "after")).get();
            written.captured(1);
            awaitSightBeyond(tap, journal.now());
            close();
            opened.clear();
        }
        assertThat(written.all(ProbeChanged.class)).extracting(ProbeChanged::up).containsExactly(true, false, true);
    }

    @Test
    void aBrokerThatCannotBeReachedIsSaidInOneSentenceAndLeavesNoThread() {
        Set<Thread> before = kafkaThreads();

        assertThatThrownBy(() -> tap("localhost:1", topic, List.of()))
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("the broker of events at localhost:1 cannot be reached");
        Awaitility.await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(before)
                .containsAll(kafkaThreads()));
    }

    @Test
    void aTopicThatIsNotThereIsSaidInOneSentence() {
        assertThatThrownBy(() -> tap(server.address(), "nothing", List.of()))
                .isInstanceOf(ProbeFailed.class)
                .hasMessage("the broker of events at " + server.address() + " has no topic nothing");
    }

    private KafkaTap tap() {
        return tap(server.address(), topic, List.of(group));
    }

    private KafkaTap tap(String bootstrap, String topic, List<String> groups) {
        return tap(bootstrap, topic, groups, false, Map.of());
    }

    private KafkaTap tap(boolean ownClock, Map<String, SystemSpec.Sequence> sequences) {
        return tap(server.address(), topic, List.of(), ownClock, sequences);
    }

    private KafkaTap tap(
            String bootstrap,
            String topic,
            List<String> groups,
            boolean ownClock,
            Map<String, SystemSpec.Sequence> sequences) {
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        records.put("order completed event", Map.of("$.type", "order.completed"));
        records.put("keyed event", Map.of("key", "key"));
        KafkaTap tap = new KafkaTap(
                new SystemSpec.Kafka("events", Optional.empty(), topic, groups, ownClock, records, sequences),
                bootstrap,
                journal);
        opened.add(tap);
        return tap;
    }

    private static void awaitSightBeyond(KafkaTap tap, Instant instant) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> tap.sight("s").seenUpTo().isAfter(instant));
    }

    private KafkaProducer<String, String> producer(Map<String, Object> further) {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", server.address()));
        settings.putAll(further);
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        opened.add(producer);
        return producer;
    }

    private KafkaConsumer<String, String> consumer(AtomicInteger assignments) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        server.address(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                assignments.incrementAndGet();
            }
        });
        opened.add(consumer);
        return consumer;
    }

    private static void poll(KafkaConsumer<String, String> consumer, Callable<Boolean> until) {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(1)).until(() -> {
            consumer.poll(Duration.ofMillis(20));
            return until.call();
        });
    }

    private long position(KafkaConsumer<String, String> consumer, int partition) {
        return consumer.position(new TopicPartition(topic, partition));
    }

    private static List<String> canaries() throws Exception {
        return admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith("handoff-canary-"))
                .toList();
    }

    private static Set<Thread> kafkaThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("kafka-admin")
                        || thread.getName().startsWith("tap ")
                        || thread.getName().startsWith("kafka-producer"))
                .collect(Collectors.toSet());
    }
}
