package dev.handoff.sandbox.kafka;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Interval;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import dev.handoff.vocabulary.SystemSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;

/**
 * Reads a topic by assigned partitions, from the end that it had when the run began, in no consumer group: no consumer
 * loses a message to it, and none is rebalanced.
 */
public final class KafkaTap implements Probe {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long CANARY_SECONDS = 10;

    private final SystemSpec.Kafka spec;
    private final String bootstrap;
    private final Journal journal;
    private final Broker broker;
    private final List<MessageKind> kinds;
    private final List<TopicPartition> partitions;
    private final String canaryTopic = "handoff-canary-" + UUID.randomUUID();
    private final Consumer<byte[], byte[]> consumer;
    private final Watermark watermark;
    private final Consumption consumption;
    private final Thread reading;
    private volatile String awaitedCanary;
    private volatile Instant canarySent = Instant.MAX;
    private volatile boolean brokersClockIsOurs;
    private volatile CountDownLatch canaryArrived = new CountDownLatch(1);
    private volatile boolean closing;

    /**
     * Taps a topic.
     *
     * @throws ProbeFailed when the broker cannot be reached or has no such topic
     */
    public KafkaTap(SystemSpec.Kafka spec, String bootstrap, Journal journal) {
        this.spec = spec;
        this.bootstrap = bootstrap;
        this.journal = journal;
        this.kinds = spec.records().entrySet().stream()
                .map(kind -> new MessageKind(kind.getKey(), kind.getValue()))
                .toList();
        this.broker = new Broker(spec.name(), bootstrap);
        try {
            this.partitions = broker.partitions(spec.topic());
            broker.createTopic(canaryTopic);
        } catch (ProbeFailed unreachable) {
            broker.close();
            throw unreachable;
        }
        this.consumer = Broker.consumer(bootstrap);
        List<TopicPartition> assigned = new ArrayList<>(partitions);
        assigned.add(new TopicPartition(canaryTopic, 0));
        Map<TopicPartition, Long> positions;
        try {
            consumer.assign(assigned);
            consumer.seekToEnd(partitions);
            consumer.seekToBeginning(List.of(new TopicPartition(canaryTopic, 0)));
            positions = partitions.stream()
                    .collect(Collectors.toMap(
                            partition -> partition, partition -> consumer.position(partition, Duration.ofSeconds(10))));
        } catch (KafkaException lost) {
            consumer.close();
            broker.close();
            throw new ProbeFailed("the broker of " + spec.name() + " at " + bootstrap + " cannot be reached");
        }
        this.watermark = new Watermark(spec.topic(), positions, journal::now, broker, this::brokerChanged);
        this.consumption = new Consumption(spec.groups(), broker, journal::now);
        this.reading = new Thread(this::read, "tap " + spec.name());
        reading.setDaemon(true);
        reading.start();
    }

    @Override
    public String system() {
        return spec.name();
    }

    @Override
    public Map<String, String> address() {
        return Map.of("bootstrap", bootstrap, "topic", spec.topic());
    }

    @Override
    public void prove() {
        canaryArrived = new CountDownLatch(1);
        awaitedCanary = UUID.randomUUID().toString();
        canarySent = journal.now();
        broker.send(canaryTopic, awaitedCanary);
        try {
            if (!canaryArrived.await(CANARY_SECONDS, TimeUnit.SECONDS)) {
                throw new ProbeFailed("the broker of " + spec.name() + " lost the canary message");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeFailed("the tap of " + spec.name() + " was interrupted while it proved itself");
        }
        journal.probeChanged(spec.name(), true, "its canary message came back");
    }

    @Override
    public boolean isAsking() {
        return true;
    }

    @Override
    public Sight sight(String scenario) {
        return watermark.sight();
    }

    @Override
    public Optional<Rest> rest(Instant since) {
        return spec.groups().isEmpty() ? Optional.empty() : Optional.of(consumption.rest(since));
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            reading.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        broker.deleteTopic(canaryTopic);
        broker.close();
    }

    private void read() {
        try (consumer) {
            while (!closing) {
                for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                    if (message.topic().equals(canaryTopic)) {
                        canary(message);
                    } else {
                        capture(message);
                    }
                }
                watermark.readTo(
                        partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position)));
            }
        } catch (WakeupException woken) {
            closing = true;
        } catch (RuntimeException broken) {
            if (!closing) {
                brokerChanged(false, "the tap broke: " + broken.getMessage());
            }
        }
    }

    private void canary(ConsumerRecord<byte[], byte[]> message) {
        if (text(message.value()).equals(awaitedCanary)) {
            Instant appended = Instant.ofEpochMilli(message.timestamp());
            brokersClockIsOurs = !appended.plusMillis(1).isBefore(canarySent) && !appended.isAfter(journal.now());
            canaryArrived.countDown();
        }
    }

    private void brokerChanged(boolean up, String detail) {
        journal.probeChanged(spec.name(), up, detail);
    }

    private void capture(ConsumerRecord<byte[], byte[]> message) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.computeIfAbsent(header.key(), none -> new ArrayList<>(1)).add(text(header.value()));
        }
        String key = text(message.key());
        Message content = Message.of(headers, null, text(message.value()));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("topic", message.topic());
        properties.put("partition", String.valueOf(message.partition()));
        properties.put("offset", String.valueOf(message.offset()));
        properties.put("key", key);
        String effect = kinds.stream()
                .filter(kind -> kind.fits(content, key))
                .map(MessageKind::effect)
                .findFirst()
                .orElse(null);
        Interval published = Publication.of(
                message.timestamp(),
                message.timestampType() == TimestampType.LOG_APPEND_TIME && brokersClockIsOurs,
                watermark.lastSeen(),
                journal.now());
        journal.capture(Capture.effect(
                        spec.name(),
                        effect,
                        "message on " + message.topic() + " at " + message.partition() + "/" + message.offset(),
                        properties,
                        content)
                .occurred(published.earliest(), Optional.of(published.latest())));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
