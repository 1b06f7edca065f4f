package dev.handoff.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What belongs to one scenario, and who waits for more. The journal's lock guards all but the waiting. */
final class ScenarioTrack {

    private final ScenarioStarted started;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Object changed = new Object();
    private long version;
    private volatile Instant lastChange;

    ScenarioTrack(ScenarioStarted started) {
        this.started = started;
        this.lastChange = started.at();
    }

    ScenarioStarted started() {
        return started;
    }

    void add(Entry entry) {
        entries.add(entry);
        wake(entry.at());
    }

    void add(Delivery delivery, Instant at) {
        deliveries.add(delivery);
        wake(at);
    }

    /** The index of what the scenario did last. */
    long lastIndex() {
        return entries.isEmpty()
                ? started.index()
                : entries.get(entries.size() - 1).index();
    }

    /**
     * @param changesOf what became of a stray
     * @param latest where deliveries of other scenarios are looked for
     */
    Snapshot snapshot(
            Collection<Captured> strays,
            Function<Captured, List<Changed>> changesOf,
            Stream<Delivery> latest,
            List<ProbeChanged> probes,
            Function<String, String> nameOf,
            Looked looked) {
        List<Attributed> effects = new ArrayList<>();
        List<Attributed> contested = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        List<Delivery> inOrder = new ArrayList<>(deliveries);
        inOrder.sort(Comparator.comparingLong(delivery -> delivery.captured().index()));
        for (Delivery delivery : inOrder) {
            if (delivery.isContested()) {
                contested.add(delivery.attributed());
                delivery.claims().forEach(claim -> names.put(claim.scenario(), nameOf.apply(claim.scenario())));
            } else {
                effects.add(delivery.attributed());
            }
        }
        List<Changed> changes = Stream.concat(
                        inOrder.stream().flatMap(delivery -> delivery.changes().stream()),
                        strays.stream().flatMap(stray -> changesOf.apply(stray).stream()))
                .sorted(Comparator.comparingLong(Changed::index))
                .toList();
        List<Attributed> elsewhere = elsewhere(latest);
        elsewhere.stream()
                .flatMap(other -> other.claims().stream())
                .forEach(claim -> names.put(claim.scenario(), nameOf.apply(claim.scenario())));
        return new Snapshot(
                started, entries, effects, contested, List.copyOf(strays), elsewhere, changes, probes, names, looked);
    }

    private List<Attributed> elsewhere(Stream<Delivery> latest) {
        return latest.filter(delivery -> delivery.captured().index() > started.index()
                        && !delivery.claims().isEmpty()
                        && !delivery.isClaimedBy(started.scenario()))
                .sorted(Comparator.comparingLong(delivery -> delivery.captured().index()))
                .map(Delivery::attributed)
                .toList();
    }

    Instant lastChange() {
        return lastChange;
    }

    /** Wakes whoever waits, without anything new that belongs to the scenario. */
    void wake() {
        synchronized (changed) {
            version++;
            changed.notifyAll();
        }
    }

    void wake(Instant at) {
        lastChange = at;
        wake();
    }

    long version() {
        synchronized (changed) {
            return version;
        }
    }

    void awaitChange(long seen, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (changed) {
            long left = deadline - System.nanoTime();
            while (version == seen && left > 0) {
                changed.wait(left / 1_000_000, (int) (left % 1_000_000));
                left = deadline - System.nanoTime();
            }
        }
    }
}
