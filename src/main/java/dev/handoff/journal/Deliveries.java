package dev.handoff.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The deliveries that are kept in memory, as long as somebody who runs may have caused them; the latest beyond that.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Deliveries {

    private final TreeMap<Long, Captured> strays = new TreeMap<>();
    private final TreeMap<Long, Delivery> lasting = new TreeMap<>();
    private final Latest<Delivery> latest = new Latest<>();
    private final UnmaskedMemory unmasked = new UnmaskedMemory();

    /**
     * Adds one.
     *
     * @param content as it came
     */
    void add(Delivery delivery, Message content) {
        Captured captured = delivery.captured();
        unmasked.keep(captured.index(), content, captured.content());
        latest.add(captured, delivery);
        if (captured.claims().isEmpty()) {
            strays.put(captured.index(), captured);
        }
    }

    /** It stays where it is and may change. */
    void mayChange(Delivery delivery) {
        lasting.put(delivery.captured().index(), delivery);
    }

    /** The delivery that may change, if somebody who runs may have caused it. */
    Optional<Delivery> lasting(long captured) {
        return Optional.ofNullable(lasting.get(captured));
    }

    List<Changed> changesOf(Captured captured) {
        return lasting(captured.index()).map(Delivery::changes).orElse(List.of());
    }

    /** It is a stray no longer. */
    void claimed(Delivery delivery) {
        strays.remove(delivery.captured().index());
    }

    /** Those that fit no scenario, in order of capture. */
    List<Captured> strays() {
        return List.copyOf(strays.values());
    }

    /** Those that fit no scenario and were captured after an entry, in order of capture. */
    Collection<Captured> straysAfter(long index) {
        return strays.tailMap(index, false).values();
    }

    /** The latest of each effect, whoever they belong to. */
    Stream<Delivery> latest() {
        return latest.all();
    }

    /** The content of one as it came, if masking changed it and it is still remembered. */
    Optional<Message> unmasked(long captured) {
        return unmasked.of(captured);
    }

    /** Forgets what was captured before an entry. */
    void forget(long before) {
        strays.headMap(before).clear();
        lasting.headMap(before).clear();
        unmasked.forget(before);
    }
}
