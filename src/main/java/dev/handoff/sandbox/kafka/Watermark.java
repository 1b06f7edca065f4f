package dev.handoff.sandbox.kafka;

import dev.handoff.journal.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a tap has read: once it has reached the end offsets that the broker gave at some moment, it has seen everything
 * that was published before that moment. The ends are asked for only while somebody wants to know.
 */
final class Watermark {

    private static final Duration FRESH = Duration.ofMillis(10);

    private final String topic;
    private final Supplier<Instant> clock;
    private final Broker broker;
    private final BiConsumer<Boolean, String> brokerChanged;
    private Map<TopicPartition, Long> positions;
    private Map<TopicPartition, Long> ends;
    private Instant endsAsked;
    private Instant seenUpTo;
    private Instant lastAsked = Instant.MIN;
    private boolean asking;
    private boolean down;

    Watermark(
            String topic,
            Map<TopicPartition, Long> positions,
            Supplier<Instant> clock,
            Broker broker,
            BiConsumer<Boolean, String> brokerChanged) {
        this.topic = topic;
        this.positions = positions;
        this.clock = clock;
        this.broker = broker;
        this.brokerChanged = brokerChanged;
        this.seenUpTo = clock.get();
    }

    synchronized void readTo(Map<TopicPartition, Long> newPositions) {
        positions = newPositions;
        advance();
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
        broker.ends(positions.keySet()).whenComplete((found, failure) -> answered(now, found, failure));
    }

    private void answered(Instant asked, Map<TopicPartition, Long> found, Throwable failure) {
        boolean changed;
        synchronized (this) {
            asking = false;
            changed = down != (failure != null);
            down = failure != null;
            if (failure == null) {
                ends = found;
                endsAsked = asked;
                advance();
            }
        }
        if (changed) {
            brokerChanged.accept(
                    failure == null,
                    failure == null ? "the broker answers again" : "the broker does not answer: " + reason(failure));
        }
    }

    private static String reason(Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        return String.valueOf(reason.getMessage()).lines().findFirst().orElse("no reason given");
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
