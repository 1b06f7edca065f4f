package dev.handoff.sandbox.kafka;

import dev.handoff.sandbox.ProbeFailed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
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
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a tap asks of its broker. */
final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<GroupState> SETTLED = Set.of(GroupState.STABLE, GroupState.EMPTY);

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
        return admin.listOffsets(
                        partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, offset -> offset.getValue().offset())));
    }

    /**
     * What consumer groups have read: the next offset of every partition that a group has committed or is assigned.
     *
     * @throws ProbeFailed when the broker does not tell, knows no such group, or has not yet told its members what to
     *     read
     */
    Map<String, Map<TopicPartition, Long>> read(List<String> groups) {
        Map<String, ConsumerGroupDescription> described = new HashMap<>();
        admin.describeConsumerGroups(groups)
                .describedGroups()
                .forEach((group, description) -> described.put(
                        group,
                        await(
                                description.toCompletionStage().toCompletableFuture(),
                                "knows no consumer group " + group)));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = await(
                admin.listConsumerGroupOffsets(groups.stream()
                                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture(),
                "does not tell the offsets of consumer groups");
        Map<String, Map<TopicPartition, Long>> read = new HashMap<>();
        for (String group : groups) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            described.get(group).members().stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .forEach(partition -> offsets.put(partition, 0L));
            committed.get(group).forEach((partition, offset) -> {
                if (offset != null) {
                    offsets.put(partition, offset.offset());
                }
            });
            if (!SETTLED.contains(described.get(group).groupState())) {
                throw new ProbeFailed("the consumer group " + group + " is being given its partitions");
            }
            if (offsets.isEmpty()) {
                throw new ProbeFailed("the consumer group " + group + " reads no partition");
            }
            read.put(group, offsets);
        }
        return read;
    }

    /** The end offsets of some partitions, waited for. */
    Map<TopicPartition, Long> endsNow(Set<TopicPartition> partitions) {
        return await(ends(partitions), "does not tell its end offsets");
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
