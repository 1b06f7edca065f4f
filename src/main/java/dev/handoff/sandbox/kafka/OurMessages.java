package dev.handoff.sandbox.kafka;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.Uuid;

/**
 * Where the messages are that Handoff itself has published, for all taps of a run. They are known by their place in the
 * broker's log and not by a mark in the message: a copy is to be the same message, and a header would be copied by
 * applications that hand headers on, whose effects would then be taken for ours. Thread-safe.
 */
public final class OurMessages {

    private final Set<Place> places = new HashSet<>();

    /** Where a message is; the topic by its ID, since one of the same name may be made again. */
    record Place(Uuid topic, int partition, long offset) {}

    /** Publishes. No tap decides on a message meanwhile, so that none reads one before its place is known. */
    synchronized Place publish(Supplier<Place> publishing) {
        Place place = publishing.get();
        places.add(place);
        return place;
    }

    synchronized boolean isOurs(Place place) {
        return places.contains(place);
    }
}
