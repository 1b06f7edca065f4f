package dev.handoff.sandbox.kafka;

import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a tap asks of its broker. */
final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String system;
    private final String bootstrap;
    private final Admin admin;
    private Producer<byte[], byte[]> producer;

    Broker(String system, String bootstrap) {
        this.system = system;
        this.bootstrap = bootstrap;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5000,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200));
    }

    static Consumer<byte[], byte[]> consumer(String bootstrap) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        IsolationLevel.READ_COMMITTED.toString(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        100,
                        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    List<TopicPartition> partitions(String topic) {
        try {
            return admin
                    .describeTopics(List.of(topic))
                    .allTopicNames()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .get(topic)
                    .partitions()
                    .stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (ExecutionException | TimeoutException failed) {
            boolean unknown =
                    failed.getCause() instanceof org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
            throw new ProbeFailed(
                    unknown
                            ? "the broker of " + system + " at " + bootstrap + " has no topic " + topic
                            : "the broker of " + system + " at " + bootstrap + " cannot be reached");
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    void createTopic(String topic) {
        await(
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture(),
                "does not create the topic of the canary");
    }

    void deleteTopic(String topic) {
        admin.deleteTopics(List.of(topic));
    }

    void send(String topic, String text) {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrap,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            PATIENCE.toMillis()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        producer.send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The end offsets of some partitions, transactions that are not committed left out. */
    CompletableFuture<Map<TopicPartition, Long>> ends(Set<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    private CompletableFuture<Map<TopicPartition, Long>> offsets(Set<TopicPartition> partitions, OffsetSpec which) {
        return admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which)),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                offset -> ((ListOffsetsResult.ListOffsetsResultInfo) offset.getValue()).offset())));
    }

    /** Whether the consumer groups have read and committed everything in the topics that they read. */
    Rest consumersAtTheEnd(List<String> groups) {
        Map<String, Map<TopicPartition, Long>> committed = committed(groups);
        Set<TopicPartition> all = committed.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .collect(Collectors.toSet());
        Map<TopicPartition, Long> ends = await(ends(all), "does not tell its end offsets");
        List<String> behind = new ArrayList<>();
        committed.forEach((group, offsets) -> {
            long lag = offsets.entrySet().stream()
                    .mapToLong(offset -> Math.max(0, ends.get(offset.getKey()) - offset.getValue()))
                    .sum();
            if (lag > 0) {
                behind.add(group + " has " + lag + (lag == 1 ? " message" : " messages") + " to read");
            }
        });
        return behind.isEmpty()
                ? new Rest(
                        true,
                        groups.size() == 1
                                ? groups.get(0) + " has read everything"
                                : groups.size() + " consumer groups have read everything")
                : new Rest(false, String.join(", ", behind));
    }

    private Map<String, Map<TopicPartition, Long>> committed(List<String> groups) {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = await(
                admin.listConsumerGroupOffsets(groups.stream()
                                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture(),
                "does not tell the offsets of consumer groups");
        Map<String, ConsumerGroupDescription> described = await(
                admin.describeConsumerGroups(groups).all().toCompletionStage().toCompletableFuture(),
                "does not describe consumer groups");
        Map<String, Map<TopicPartition, Long>> offsets = new HashMap<>();
        Set<TopicPartition> uncommitted = new HashSet<>();
        for (String group : groups) {
            Map<TopicPartition, Long> ofGroup = new HashMap<>();
            committed.get(group).forEach((partition, offset) -> {
                if (offset != null) {
                    ofGroup.put(partition, offset.offset());
                }
            });
            described.get(group).members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .filter(partition -> !ofGroup.containsKey(partition))
                    .forEach(partition -> {
                        uncommitted.add(partition);
                        ofGroup.put(partition, null);
                    });
            offsets.put(group, ofGroup);
        }
        Map<TopicPartition, Long> beginnings = uncommitted.isEmpty()
                ? Map.of()
                : await(offsets(uncommitted, OffsetSpec.earliest()), "does not tell its first offsets");
        offsets.values()
                .forEach(ofGroup ->
                        ofGroup.replaceAll((partition, offset) -> offset == null ? beginnings.get(partition) : offset));
        return offsets;
    }

    private <T> T await(CompletableFuture<T> answer, String otherwise) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new ProbeFailed("the broker of " + system + " " + otherwise);
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private ProbeFailed interrupted() {
        Thread.currentThread().interrupt();
        return new ProbeFailed("the wait for the broker of " + system + " was interrupted");
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
        admin.close(Duration.ofSeconds(1));
    }
}
