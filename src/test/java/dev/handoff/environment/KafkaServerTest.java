package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    @TempDir
    Path data;

    @Test
    void serves_topics_to_a_consumer_group_and_a_transaction_and_leaves_no_thread_behind() throws Exception {
        List<String> before = threads();
        try (Ports ports = new Ports()) {
            try (KafkaServer kafka = KafkaServer.start(data.resolve("kafka"), ports)) {
                kafka.createTopics(List.of("shop.orders", "shop.events"));
                kafka.createTopics(List.of("shop.orders"));

                produceInTransaction(kafka, "shop.events", "order completed");

                assertThat(consume(kafka, "shop.events")).containsExactly("order completed");
            }
        }
        Awaitility.await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(threads())
                .filteredOn(name -> !name.startsWith("metrics-meter-tick-thread") && !name.startsWith("awaitility"))
                .isSubsetOf(before));
    }

    @Test
    void a_folder_with_a_comma_would_be_taken_for_two() {
        try (Ports ports = new Ports()) {
            assertThatThrownBy(() -> KafkaServer.start(data.resolve("run,3"), ports))
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessageContaining("because of the comma in its path; choose another with -Dhandoff.runs");
        }
        assertThat(data).isEmptyDirectory();
    }

    private static void produceInTransaction(KafkaServer kafka, String topic, String value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrap(), "transactional.id", "test");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.partitionsFor(topic)).hasSize(3);
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, value));
            producer.commitTransaction();
        }
    }

    private static List<String> consume(KafkaServer kafka, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrap(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> values.add(message.value()));
                return !values.isEmpty();
            });
            consumer.commitSync();
        }
        return values;
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
