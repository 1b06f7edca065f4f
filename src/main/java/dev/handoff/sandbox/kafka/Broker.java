package dev.handoff.sandbox.kafka;

import dev.handoff.sandbox.ProbeFailed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a tap asks of its broker. */
final class Broker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int SEND_WITHIN = 5000;
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
                        // a topic that somebody deleted must not come back because it is watched
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        IsolationLevel.READ_COMMITTED.toString(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        100,
                        CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        200),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    Topic topic(String name) {
        try {
            return describe(name).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new ProbeFailed(
                    failed.getCause() instanceof UnknownTopicOrPartitionException
                            ? "the broker of " + system + " at " + bootstrap + " has no topic " + name
                            : "the broker of " + system + " at " + bootstrap + " cannot be reached");
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private CompletableFuture<Topic> describe(String name) {
        return admin.describeTopics(List.of(name))
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(topics -> topics.get(name))
                .thenApply(topic -> new Topic(
                        name,
                        topic.topicId(),
                        topic.partitions().stream()
                                .map(partition -> new TopicPartition(name, partition.partition()))
                                .collect(Collectors.toSet())));
    }

    /** The partitions that a topic has now, and their end offsets. */
    CompletableFuture<Ends> look(String name) {
        return describe(name)
                .thenCompose(topic -> ends(topic.partitions()).thenApply(offsets -> new Ends(topic, offsets)));
    }

    /** Makes a topic whose messages get the broker's own time; one that is there is left as it is. */
    void createTopic(String topic) {
        NewTopic one = new NewTopic(topic, 1, (short) 1)
                .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name));
        await(
                admin.createTopics(List.of(one))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .exceptionally(failure -> {
                            if (failure instanceof TopicExistsException) {
                                return null;
                            }
                            throw new CompletionException(failure);
                        }),
                "does not create the topic of the canary");
    }

    void deleteTopic(String topic) {
        admin.deleteTopics(List.of(topic));
    }

    /**
     * Sends a message, and returns when the broker has taken it.
     *
     * @return the time that the broker gave it
     */
    Instant send(String topic, String text) {
        try {
            return Instant.ofEpochMilli(sent(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8)))
                    .timestamp());
        } catch (ExecutionException | KafkaException refused) {
            throw new ProbeFailed("the broker of " + system + " does not take the canary message");
        }
    }

    /**
     * Publishes a message once and for all, and returns when the broker has it.
     *
     * @throws ProbeFailed when it does not take it
     */
    RecordMetadata publish(ProducerRecord<byte[], byte[]> message) {
        try {
            return sent(message);
        } catch (ExecutionException | KafkaException refused) {
            Throwable reason = refused.getCause() == null ? refused : refused.getCause();
            throw new ProbeFailed("the broker of " + system + " does not take the message: " + reason.getMessage());
        }
    }

    /** The message at a place of the log; empty when the broker has none there any more. */
    Optional<ConsumerRecord<byte[], byte[]>> message(TopicPartition partition, long offset) {
        try (Consumer<byte[], byte[]> consumer = consumer(bootstrap)) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, offset);
            for (int polls = 0; polls < PATIENCE.toMillis() / POLL.toMillis(); polls++) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    return Optional.of(message).filter(found -> found.offset() == offset);
                }
            }
            return Optional.empty();
        } catch (KafkaException lost) {
            throw new ProbeFailed(
                    "the broker of " + system + " at " + bootstrap + " cannot be read: " + lost.getMessage());
        }
    }

    private synchronized RecordMetadata sent(ProducerRecord<byte[], byte[]> message) throws ExecutionException {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrap,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG,
                            SEND_WITHIN,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                            2000,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                            SEND_WITHIN,
                            ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                            200),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        try {
            return producer.send(message).get();
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
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

    /**
     * A topic as it is at some moment.
     *
     * @param id another one when a topic of the same name has been made again
     */
    record Topic(String name, Uuid id, Set<TopicPartition> partitions) {

        boolean isThatOf(Topic other) {
            return id.equals(other.id);
        }
    }

    /** The end offsets of all partitions of a topic. */
    record Ends(Topic topic, Map<TopicPartition, Long> offsets) {}

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
        admin.close(Duration.ofSeconds(1));
    }
}
