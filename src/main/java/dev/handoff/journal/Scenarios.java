package dev.handoff.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The scenarios that run, and what belongs to each of them.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Scenarios {

    private final Entries entries;
    private final Attribution attribution;
    private final Map<String, ScenarioTrack> tracks = new HashMap<>();
    private final TreeMap<Long, ScenarioTrack> inOrder = new TreeMap<>();

    Scenarios(Entries entries, Attribution attribution) {
        this.entries = entries;
        this.attribution = attribution;
    }

    ScenarioStarted start(String scenario, String name, String feature, int line, Collection<String> tracers) {
        attribution.start(scenario, name, entries.last() + 1, tracers);
        ScenarioStarted started = entries.write(stamp ->
                new ScenarioStarted(stamp.index(), stamp.at(), scenario, name, feature, line, List.copyOf(tracers)));
        ScenarioTrack track = new ScenarioTrack(started);
        tracks.put(scenario, track);
        inOrder.put(started.index(), track);
        return started;
    }

    /** Says whether it was running. */
    boolean end(String scenario) {
        add(scenario, stamp -> new ScenarioEnded(stamp.index(), stamp.at(), scenario));
        ScenarioTrack track = tracks.remove(scenario);
        if (track != null) {
            attribution.end(scenario, entries.last());
            inOrder.remove(track.started().index());
        }
        return track != null;
    }

    /** Where the one that has been running longest began; the next index when none runs. */
    long oldest() {
        return inOrder.isEmpty() ? entries.last() + 1 : inOrder.firstKey();
    }

    Optional<ScenarioTrack> track(String scenario) {
        return Optional.ofNullable(tracks.get(scenario));
    }

    /** The index of what a scenario did last; the latest of all when it does not run. */
    long lastIndex(String scenario) {
        return track(scenario).map(ScenarioTrack::lastIndex).orElseGet(entries::last);
    }

    /** Writes an entry that belongs to a scenario. */
    <E extends Entry> E add(String scenario, Function<Stamp, E> entry) {
        E added = entries.write(entry);
        track(scenario).ifPresent(track -> track.add(added));
        return added;
    }

    /** Lets a scenario know of a delivery that fits it, and the others that the delivery fits, too. */
    void give(Delivery delivery, Claim claim, Instant at) {
        for (Claim fit : delivery.claims()) {
            ScenarioTrack track = tracks.get(fit.scenario());
            if (track != null && fit.scenario().equals(claim.scenario())) {
                track.add(delivery, at);
            } else if (track != null) {
                track.wake();
            }
        }
    }

    void wakeAll() {
        tracks.values().forEach(ScenarioTrack::wake);
    }
}
