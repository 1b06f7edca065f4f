package shop.messaging.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Which offsets are being handled, and up to where each partition may be committed. */
final class Progress {

    private final Map<TopicPartition, Handled> partitions = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();

    private static final class Handled {
        private final SortedSet<Long> open = new TreeSet<>();
        private long next;

        private long committable() {
            return open.isEmpty() ? next : open.first();
        }
    }

    synchronized void begun(TopicPartition partition, long offset) {
        Handled handled = partitions.computeIfAbsent(partition, p -> new Handled());
        handled.open.add(offset);
        handled.next = offset + 1;
    }

    synchronized void ended(TopicPartition partition, long offset) {
        Handled handled = partitions.get(partition);
        if (handled != null) {
            handled.open.remove(offset);
            notifyAll();
        }
    }

    synchronized int open() {
        return open(partitions.keySet());
    }

    /** What may be committed since the last call. */
    synchronized Map<TopicPartition, OffsetAndMetadata> news() {
        Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
        partitions.forEach((partition, handled) -> {
            long offset = handled.committable();
            if (offset > committed.getOrDefault(partition, 0L)) {
                committed.put(partition, offset);
                news.put(partition, new OffsetAndMetadata(offset));
            }
        });
        return news;
    }

    /** The commit did not work: these are news again. */
    synchronized void notCommitted(Collection<TopicPartition> those) {
        committed.keySet().removeAll(those);
    }

    synchronized void awaitEnd(Collection<TopicPartition> those, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (open(those) > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    synchronized void forget(Collection<TopicPartition> those) {
        partitions.keySet().removeAll(those);
        committed.keySet().removeAll(those);
    }

    synchronized Collection<TopicPartition> known() {
        return List.copyOf(partitions.keySet());
    }

    private int open(Collection<TopicPartition> those) {
        int open = 0;
        for (TopicPartition partition : those) {
            Handled handled = partitions.get(partition);
            open += handled == null ? 0 : handled.open.size();
        }
        return open;
    }
}
