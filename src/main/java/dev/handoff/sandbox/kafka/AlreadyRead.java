package dev.handoff.sandbox.kafka;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The messages that were read lately. A topic that was made again is read from its beginning, and the client may have
 * begun to do so by itself before that is known.
 */
final class AlreadyRead {

    private static final int KEPT = 10_000;

    private final Set<Place> places = new LinkedHashSet<>();

    /** Whether a message is read for the first time. */
    boolean isNew(ConsumerRecord<?, ?> message) {
        boolean added = places.add(new Place(message.partition(), message.offset(), message.timestamp()));
        if (places.size() > KEPT) {
            places.remove(places.iterator().next());
        }
        return added;
    }

    private record Place(int partition, long offset, long timestamp) {}
}
