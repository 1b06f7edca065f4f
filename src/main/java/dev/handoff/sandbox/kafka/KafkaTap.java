package dev.handoff.sandbox.kafka;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Interval;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.MessageKind;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import dev.handoff.sandbox.Pulse;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.SkewOverTime;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
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
    private static final int ROUNDS = 10;

    private final SystemSpec.Kafka spec;
    private final String bootstrap;
    private final Journal journal;
    private final Broker broker;
    private final OurMessages ours;
    private final Publisher publisher;
    private final List<MessageKind> kinds;
    private final String canaryTopic = "handoff-canary-" + UUID.randomUUID();
    private final Consumer<byte[], byte[]> consumer;
    private final Watermark watermark;
    private final Consumption consumption;
    private final Pulse pulse;
    private final Thread reading;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Broker.Topic wanted;
    private volatile Canary awaited = new Canary("");
    private final SkewOverTime skew;
    private final AtomicBoolean measuring = new AtomicBoolean();
    private final AlreadyRead read = new AlreadyRead();
    private Broker.Topic assigned;

    /**
     * Taps a topic.
     *
     * @throws ProbeFailed when the broker cannot be reached or has no such topic
     */
    public KafkaTap(SystemSpec.Kafka spec, String bootstrap, Journal journal) {
        this(spec, bootstrap, journal, SkewOverTime.measured(journal::now));
    }

    /** The same of a broker whose clock is known. */
    public KafkaTap(SystemSpec.Kafka spec, String bootstrap, Journal journal, SkewOverTime skew) {
        this(spec, bootstrap, journal, skew, new OurMessages());
    }

    /**
     * The same beside other taps.
     *
     * @param ours what any of them has published
     */
    public KafkaTap(SystemSpec.Kafka spec, String bootstrap, Journal journal, SkewOverTime skew, OurMessages ours) {
        this.spec = spec;
        this.ours = ours;
        this.bootstrap = bootstrap;
        this.journal = journal;
        this.kinds = MessageKind.of(spec.records(), spec.sequences());
        this.broker = new Broker(spec.name(), bootstrap);
        this.publisher = new KafkaPublisher(spec.topic(), broker, ours);
        try {
            this.assigned = broker.topic(spec.topic());
            broker.createTopic(canaryTopic);
        } catch (ProbeFailed unreachable) {
            broker.close();
            throw unreachable;
        }
        this.wanted = assigned;
        this.consumer = Broker.consumer(bootstrap);
        Map<TopicPartition, Long> positions;
        try {
            consumer.assign(withCanary(assigned));
            consumer.seekToEnd(assigned.partitions());
            consumer.seekToBeginning(List.of(new TopicPartition(canaryTopic, 0)));
            positions = assigned.partitions().stream()
                    .collect(Collectors.toMap(
                            partition -> partition, partition -> consumer.position(partition, Duration.ofSeconds(10))));
        } catch (KafkaException lost) {
            consumer.close();
            broker.close();
            throw new ProbeFailed("the broker of " + spec.name() + " at " + bootstrap + " cannot be reached");
        }
        this.skew = skew;
        this.pulse = new Pulse(spec.name(), journal, this::canary);
        this.watermark = new Watermark(assigned, positions, journal::now, broker, this::lost, this::changed);
        this.consumption = new Consumption(spec.consumers(), broker, journal::now);
        this.reading = new Thread(this::read, "tap " + spec.name());
        reading.setDaemon(true);
        reading.start();
    }

    private List<TopicPartition> withCanary(Broker.Topic topic) {
        List<TopicPartition> all = new ArrayList<>(topic.partitions());
        all.add(new TopicPartition(canaryTopic, 0));
        return all;
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
        pulse.prove();
    }

    private String canary() {
        if (pulse.isDown()) {
            broker.createTopic(canaryTopic);
        }
        BrokerSkew measured = measure(() -> {
            awaited = new Canary(UUID.randomUUID().toString());
            return awaited.text();
        });
        try {
            if (!awaited.arrived().await(CANARY_SECONDS, TimeUnit.SECONDS)) {
                throw new ProbeFailed("the broker of " + spec.name() + " lost the canary message");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeFailed("the tap of " + spec.name() + " was interrupted while it proved itself");
        }
        if (spec.ownClock()) {
            return "its canary message came back; its clock is its own";
        }
        skew.begin(measured.range());
        BrokerSkew known = BrokerSkew.of(skew.at(journal.now()).orElseThrow());
        return "its canary message came back, the broker's clock within " + known.inWords() + " of ours";
    }

    private BrokerSkew measure(Supplier<String> texts) {
        BrokerSkew measured = null;
        for (int round = 0; round < ROUNDS; round++) {
            String text = texts.get();
            Instant sent = journal.now();
            Instant given = broker.send(canaryTopic, text);
            BrokerSkew told = BrokerSkew.of(sent, given, journal.now());
            measured = measured == null ? told : measured.and(told);
        }
        return measured;
    }

    /** Without keeping the reading waiting. A broker that does not take it is found out by those who wait for messages. */
    private void measureAgain() {
        if (skew.isDue() && !pulse.isDown() && measuring.compareAndSet(false, true)) {
            CompletableFuture.supplyAsync(() -> measure(() -> "clock"))
                    .thenAccept(measured -> skew.again(measured.range()))
                    .whenComplete((done, failure) -> measuring.set(false));
        }
    }

    @Override
    public Optional<Publisher> publisher() {
        return Optional.of(publisher);
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
        return spec.consumers().isEmpty() ? Optional.empty() : Optional.of(consumption.rest(since));
    }

    @Override
    public void close() {
        closing.countDown();
        pulse.close();
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
            while (closing.getCount() > 0) {
                try {
                    readOn();
                } catch (WakeupException woken) {
                    closing.countDown();
                } catch (RuntimeException broken) {
                    lost("the tap broke: " + broken.getMessage());
                    awaitAnotherTry();
                }
            }
        }
    }

    private void readOn() {
        assign(wanted);
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
            if (!message.topic().equals(canaryTopic)) {
                if (read.isNew(message) && !isOurs(message)) {
                    capture(message);
                }
            } else if (text(message.value()).equals(awaited.text())) {
                awaited.arrived().countDown();
            }
        }
        measureAgain();
        positions().ifPresent(positions -> watermark.readTo(assigned, positions));
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> message) {
        return ours.isOurs(new OurMessages.Place(assigned.id(), message.partition(), message.offset()));
    }

    /** Where the tap stands; empty while the consumer does not know it of every partition. */
    private Optional<Map<TopicPartition, Long>> positions() {
        try {
            return Optional.of(assigned.partitions().stream()
                    .collect(
                            Collectors.toMap(partition -> partition, partition -> consumer.position(partition, POLL))));
        } catch (TimeoutException unknown) {
            return Optional.empty();
        }
    }

    /** Partitions that are new, or those of a topic that was made again, are read from their beginning. */
    private void assign(Broker.Topic topic) {
        if (topic.equals(assigned)) {
            return;
        }
        List<TopicPartition> unread = topic.partitions().stream()
                .filter(partition ->
                        !topic.isThatOf(assigned) || !assigned.partitions().contains(partition))
                .toList();
        consumer.assign(withCanary(topic));
        consumer.seekToBeginning(unread);
        assigned = topic;
    }

    private void awaitAnotherTry() {
        try {
            closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            closing.countDown();
        }
    }

    private void lost(String detail) {
        if (closing.getCount() > 0) {
            pulse.seen(watermark.lastSeen());
            pulse.lost(detail);
        }
    }

    private void changed(Broker.Topic topic) {
        boolean madeAgain = !topic.isThatOf(wanted);
        wanted = topic;
        if (madeAgain) {
            lost("the topic " + topic.name() + " was deleted and made again");
        }
    }

    private void capture(ConsumerRecord<byte[], byte[]> message) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            headers.computeIfAbsent(header.key(), none -> new ArrayList<>(1)).add(text(header.value()));
        }
        Message content = Message.of(headers, null, text(message.value()));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("topic", message.topic());
        properties.put("partition", String.valueOf(message.partition()));
        properties.put("offset", String.valueOf(message.offset()));
        properties.put("key", text(message.key()));
        Optional<MessageKind> kind =
                kinds.stream().filter(one -> one.fits(content, properties)).findFirst();
        Interval published = published(message, watermark.lastSeen(), journal.now());
        journal.capture(Capture.effect(
                        spec.name(),
                        kind.map(MessageKind::effect).orElse(null),
                        "message on " + message.topic() + " at " + message.partition() + "/" + message.offset(),
                        properties,
                        content)
                .occurred(published.earliest(), Optional.of(published.latest()))
                .ordered(kind.map(one -> one.sequence(content, message.topic(), properties))
                        .orElse(null)));
    }

    private Interval published(ConsumerRecord<byte[], byte[]> message, Instant lastSeen, Instant now) {
        if (spec.ownClock()) {
            return Publication.between(lastSeen, now);
        }
        return Publication.of(
                message.timestamp(),
                message.timestampType() == TimestampType.LOG_APPEND_TIME
                        ? skew.at(Instant.ofEpochMilli(message.timestamp())).map(BrokerSkew::of)
                        : Optional.empty(),
                lastSeen,
                now);
    }

    /** A message of our own that is on its way. */
    private record Canary(String text, CountDownLatch arrived) {
        Canary(String text) {
            this(text, new CountDownLatch(1));
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
