package dev.handoff.sandbox.kafka;

import dev.handoff.journal.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * How far a tap has read: once it has reached the end offsets that the broker gave at some moment, it has seen everything
 * that was published before that moment. The ends are asked for only while somebody wants to know.
 */
final class Watermark {

    private static final Duration FRESH = Duration.ofMillis(10);

    private final String topic;
    private final Supplier<Instant> clock;
    private final Broker broker;
    private final Consumer<String> lost;
    private final Consumer<Broker.Topic> changed;
    private Broker.Topic tapped;
    private Map<TopicPartition, Long> positions;
    private Map<TopicPartition, Long> ends;
    private Instant endsAsked;
    private Instant seenUpTo;
    private Instant lastAsked = Instant.MIN;
    private boolean asking;

    Watermark(
            Broker.Topic tapped,
            Map<TopicPartition, Long> positions,
            Supplier<Instant> clock,
            Broker broker,
            Consumer<String> lost,
            Consumer<Broker.Topic> changed) {
        this.topic = tapped.name();
        this.tapped = tapped;
        this.positions = positions;
        this.clock = clock;
        this.broker = broker;
        this.lost = lost;
        this.changed = changed;
        this.seenUpTo = clock.get();
    }

    /** The tap has read so far; what it read of a topic that has been made again since does not count. */
    synchronized void readTo(Broker.Topic read, Map<TopicPartition, Long> newPositions) {
        if (read.isThatOf(tapped)) {
            positions = newPositions;
            advance();
        }
    }

    synchronized Instant lastSeen() {
        return seenUpTo;
    }

    synchronized Sight sight() {
        Instant now = clock.get();
        if (!asking && ends == null && Duration.between(lastAsked, now).compareTo(FRESH) > 0) {
            ask(now);
        }
        return new Sight(seenUpTo, topic + " consumed to offset " + words());
    }

    private void ask(Instant now) {
        asking = true;
        lastAsked = now;
        broker.look(topic).whenComplete((found, failure) -> answered(now, found, failure));
    }

    private void answered(Instant asked, Broker.Ends found, Throwable failure) {
        if (failure != null) {
            synchronized (this) {
                asking = false;
            }
            lost.accept(reason(failure));
            return;
        }
        Broker.Topic before;
        synchronized (this) {
            asking = false;
            before = tapped;
            tapped = found.topic();
            if (!tapped.isThatOf(before)) {
                positions = Map.of();
            }
            ends = found.offsets();
            endsAsked = asked;
            advance();
        }
        if (!found.topic().equals(before)) {
            changed.accept(found.topic());
        }
    }

    private String reason(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        if (reason instanceof UnknownTopicOrPartitionException) {
            return "the broker has no topic " + topic + " any more";
        }
        return "the broker does not answer: "
                + String.valueOf(reason.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private void advance() {
        if (ends != null
                && ends.entrySet().stream()
                        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue())) {
            seenUpTo = endsAsked;
            ends = null;
        }
    }

    private String words() {
        return new TreeMap<>(positions.entrySet().stream()
                        .collect(Collectors.toMap(position -> position.getKey().partition(), Map.Entry::getValue)))
                .values().stream().map(Objects::toString).collect(Collectors.joining("/"));
    }
}
