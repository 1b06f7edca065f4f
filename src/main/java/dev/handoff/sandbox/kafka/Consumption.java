package dev.handoff.sandbox.kafka;

import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.SharedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether consumer groups have read all that was published up to some moment. What others publish after that moment does
 * not matter, so the answer comes under load too.
 */
final class Consumption {

    private static final Duration KEPT = Duration.ofMinutes(2);

    private final List<String> groups;
    private final Broker broker;
    private final Supplier<Instant> clock;
    private final Deque<Ends> history = new ArrayDeque<>();
    private final SharedAnswer<Map<String, Map<TopicPartition, Long>>> read = new SharedAnswer<>(this::ask);

    Consumption(List<String> groups, Broker broker, Supplier<Instant> clock) {
        this.groups = groups;
        this.broker = broker;
        this.clock = clock;
    }

    Rest rest(Instant since) {
        try {
            return compare(read.get(), since);
        } catch (ProbeFailed unknown) {
            return new Rest(false, unknown.getMessage());
        }
    }

    private Map<String, Map<TopicPartition, Long>> ask() {
        Map<String, Map<TopicPartition, Long>> offsets = broker.read(groups);
        Set<TopicPartition> partitions = offsets.values().stream()
                .flatMap(group -> group.keySet().stream())
                .collect(Collectors.toSet());
        Instant asked = clock.get();
        remember(new Ends(asked, broker.endsNow(partitions)));
        return offsets;
    }

    private synchronized void remember(Ends ends) {
        history.add(ends);
        history.removeIf(old -> Duration.between(old.asked(), ends.asked()).compareTo(KEPT) > 0);
    }

    /** The end that a partition had when it was first asked for since; a partition may be assigned later than others. */
    private synchronized long target(TopicPartition partition, Instant since) {
        return history.stream()
                .filter(ends -> !ends.asked().isBefore(since) && ends.offsets().containsKey(partition))
                .mapToLong(ends -> ends.offsets().get(partition))
                .findFirst()
                .orElseThrow(() -> new ProbeFailed("the ends of the topics were not asked for since"));
    }

    private Rest compare(Map<String, Map<TopicPartition, Long>> read, Instant since) {
        List<String> behind = new ArrayList<>();
        for (String group : groups) {
            long left = read.get(group).entrySet().stream()
                    .mapToLong(offset -> Math.max(0, target(offset.getKey(), since) - offset.getValue()))
                    .sum();
            if (left > 0) {
                behind.add(group + " has " + left + (left == 1 ? " message" : " messages") + " to read");
            }
        }
        if (!behind.isEmpty()) {
            return new Rest(false, String.join(", ", behind));
        }
        return new Rest(
                true,
                groups.size() == 1
                        ? groups.get(0) + " has read everything"
                        : groups.size() + " consumer groups have read everything");
    }

    /** The end offsets at a moment. */
    private record Ends(Instant asked, Map<TopicPartition, Long> offsets) {}
}
