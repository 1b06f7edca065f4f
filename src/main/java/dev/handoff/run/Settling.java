package dev.handoff.run;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Snapshot;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Rest;
import dev.handoff.vocabulary.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds out whether a scenario has come to rest: quiet on every system, every probe has seen that far, and whatever can
 * prove work in flight proves none. All expectations of a scenario share what was found until something new happens.
 */
final class Settling {

    private final String scenario;
    private final Vocabulary vocabulary;
    private final Map<String, Probe> probes;
    private final Journal journal;
    private final Evidence evidence;
    private final Function<String, Optional<Object>> values;
    private Proof proof;
    private Instant settledAfter;
    private Settlement settled;
    private List<String> pending = List.of("nothing was looked at");

    Settling(
            String scenario,
            Vocabulary vocabulary,
            Map<String, Probe> probes,
            Journal journal,
            Evidence evidence,
            Function<String, Optional<Object>> values) {
        this.scenario = scenario;
        this.vocabulary = vocabulary;
        this.probes = probes;
        this.journal = journal;
        this.evidence = evidence;
        this.values = values;
    }

    Map<String, Sight> sights() {
        Map<String, Sight> sights = new TreeMap<>();
        probes.forEach((system, probe) -> sights.put(system, probe.sight(scenario)));
        return sights;
    }

    /** Why the scenario was not at rest when it was last looked at. */
    List<String> pending() {
        return pending;
    }

    /** When the scenario may be at rest at the earliest, by what is known now. */
    Instant notBefore(Snapshot snapshot) {
        Instant quiet = journal.lastChange(scenario).plus(vocabulary.defaults().quiet());
        return unfinished(snapshot).stream()
                .map(attempt -> snapshot.endOf(attempt).plus(horizon(attempt.system())))
                .reduce(quiet, (a, b) -> a.isAfter(b) ? a : b);
    }

    boolean isSettled() {
        return settled != null && Objects.equals(settledAfter, journal.lastChange(scenario));
    }

    /** What is known of the scenario's rest, by a snapshot taken just now. */
    Settlement assess(Snapshot snapshot) {
        if (isSettled()) {
            return settled;
        }
        Instant last = journal.lastChange(scenario);
        Instant now = journal.now();
        List<Long> held = snapshot.held();
        if (!held.isEmpty()) {
            pending = held.stream()
                    .map(index -> "#" + index + " waits for its answer still")
                    .toList();
            return Settlement.OPEN;
        }
        if (now.isBefore(notBefore(snapshot))) {
            List<Captured> unfinished = unfinished(snapshot);
            pending = unfinished.isEmpty()
                    ? List.of("something happened " + seconds(last, now) + " ago")
                    : unfinished.stream()
                            .map(attempt -> "#" + attempt.index() + " was "
                                    + (attempt.answerStatus() == 0
                                            ? "not answered"
                                            : "answered " + attempt.answerStatus())
                                    + " and may be tried again")
                            .toList();
            return Settlement.OPEN;
        }
        Instant quietOver = last.plus(vocabulary.defaults().quiet());
        List<String> blind = blind(snapshot, quietOver, probes.keySet());
        if (!blind.isEmpty()) {
            pending = blind;
            return Settlement.OPEN;
        }
        if (proof == null || !proof.after().equals(last)) {
            List<Rest> rests = evidence.since(last, values);
            if (!Evidence.allAtRest(rests)) {
                pending = rests.stream()
                        .filter(rest -> !rest.atRest())
                        .map(Rest::words)
                        .toList();
                return Settlement.OPEN;
            }
            if (!last.equals(journal.lastChange(scenario))) {
                pending = List.of("something happened while the evidence was asked for");
                return Settlement.OPEN;
            }
            proof = new Proof(last, journal.now(), rests);
        }
        List<String> behind = proof.rests().isEmpty() ? List.of() : blind(snapshot, proof.at(), asking());
        if (!behind.isEmpty()) {
            pending = behind;
            return Settlement.OPEN;
        }
        settledAfter = last;
        settled = new Settlement(
                Settlement.State.SETTLED,
                words(snapshot, last, now, proof.rests()),
                proof.rests().stream().noneMatch(Rest::complete));
        return settled;
    }

    /** Has every probe that has not seen so far find out whether it would have. */
    void seeUpTo(Instant instant) {
        probes.values().forEach(probe -> probe.seeUpTo(scenario, instant));
    }

    /** Which systems have not been seen up to an instant, in words. */
    List<String> blind(Snapshot snapshot, Instant upTo) {
        return blind(snapshot, upTo, probes.keySet());
    }

    private List<String> blind(Snapshot snapshot, Instant upTo, Collection<String> systems) {
        return systems.stream()
                .filter(system -> !snapshot.seen(system, upTo))
                .peek(system -> probes.get(system).seeUpTo(scenario, upTo))
                .map(system -> system + " has not been seen so far: "
                        + seen(snapshot, snapshot.looked().sights().get(system)))
                .toList();
    }

    private static String seen(Snapshot snapshot, Sight sight) {
        Instant began = snapshot.started().at();
        if (sight.seenUpTo() == null) {
            return sight.evidence();
        }
        return sight.evidence()
                + (sight.seenUpTo().isBefore(began)
                        ? ", not since the scenario began"
                        : ", the last time " + seconds(began, sight.seenUpTo()) + " after its start");
    }

    private List<String> asking() {
        return probes.entrySet().stream()
                .filter(probe -> probe.getValue().isAsking())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> words(Snapshot snapshot, Instant last, Instant now, List<Rest> rests) {
        List<String> words = new ArrayList<>();
        words.add("quiet for " + seconds(last, now));
        probes.forEach((system, probe) -> {
            if (probe.isAsking()) {
                words.add(snapshot.looked().sights().get(system).evidence());
            }
        });
        rests.forEach(rest -> words.add(rest.words()));
        return words;
    }

    /**
     * Attempts whose sender was not told that they were accepted: neither was a later one, nor are they too old to be
     * tried again.
     */
    private static List<Captured> unfinished(Snapshot snapshot) {
        List<Captured> deliveries =
                snapshot.effects().stream().map(Attributed::captured).toList();
        return deliveries.stream()
                .filter(attempt -> !isTold(snapshot, attempt))
                .filter(attempt ->
                        deliveries.stream().noneMatch(later -> isTold(snapshot, later) && isSuccessOf(attempt, later)))
                .toList();
    }

    private static boolean isTold(Snapshot snapshot, Captured delivery) {
        return (delivery.disposition() == Disposition.ACCEPTED || delivery.disposition() == Disposition.REPLAYED)
                && snapshot.isAnswered(delivery);
    }

    private static boolean isSuccessOf(Captured attempt, Captured later) {
        return later.index() > attempt.index()
                && Objects.equals(attempt.effect(), later.effect())
                && Objects.equals(attempt.handoff(), later.handoff())
                && (attempt.handoff() != null || isSameHandoff(attempt, later));
    }

    /** Without a key, only what says the same is known to be the same handoff tried again, in whatever order of members. */
    private static boolean isSameHandoff(Captured attempt, Captured later) {
        return attempt.content().cutAt() == 0
                && attempt.properties().equals(later.properties())
                && (attempt.content().text().equals(later.content().text())
                        || attempt.content().tree().equals(later.content().tree()));
    }

    private Duration horizon(String system) {
        return vocabulary
                .systems()
                .get(system)
                .retryHorizon()
                .orElse(vocabulary.defaults().retryHorizon());
    }

    private static String seconds(Instant from, Instant to) {
        return String.format(Locale.ROOT, "%.1f s", Duration.between(from, to).toMillis() / 1000.0);
    }

    /**
     * Nothing was in flight any more.
     *
     * @param after the last change when it was found
     * @param at when it was known; what was done until then may not have been asked for yet
     */
    private record Proof(Instant after, Instant at, List<Rest> rests) {}
}
