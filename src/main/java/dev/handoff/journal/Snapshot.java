package dev.handoff.journal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of one scenario at one moment: all that a judgement may rest on.
 *
 * @param started how the scenario began
 * @param entries the scenario's own entries in order: actions, exchanges, keys, faults, stages
 * @param effects deliveries that belong to the scenario, attempts included, in order of capture
 * @param contested deliveries that fit this scenario and others, and so belong to none
 * @param strays deliveries since the scenario began that fit no scenario
 * @param elsewhere the {@link Latest} deliveries since the scenario began that fit other scenarios and not this one, in
 *     order of capture; near misses are found there, and no verdict rests on them
 * @param changes what became since of effects, contested deliveries and strays, in order
 * @param probes how the probes fared during the run
 * @param scenarioNames the names of the scenarios that are party to contested deliveries, or to those elsewhere, by
 *     correlation ID
 * @param looked the moment, and how far each probe had seen by then
 */
public record Snapshot(
        ScenarioStarted started,
        List<Entry> entries,
        List<Attributed> effects,
        List<Attributed> contested,
        List<Captured> strays,
        List<Attributed> elsewhere,
        List<Changed> changes,
        List<ProbeChanged> probes,
        Map<String, String> scenarioNames,
        Looked looked) {

    public Snapshot {
        entries = List.copyOf(entries);
        effects = List.copyOf(effects);
        contested = List.copyOf(contested);
        strays = List.copyOf(strays);
        elsewhere = List.copyOf(elsewhere);
        changes = List.copyOf(changes);
        probes = List.copyOf(probes);
        scenarioNames = Map.copyOf(scenarioNames);
    }

    /** A snapshot that does not look at other scenarios. */
    public Snapshot(
            ScenarioStarted started,
            List<Entry> entries,
            List<Attributed> effects,
            List<Attributed> contested,
            List<Captured> strays,
            List<ProbeChanged> probes,
            Map<String, String> scenarioNames,
            Looked looked) {
        this(started, entries, effects, contested, strays, List.of(), List.of(), probes, scenarioNames, looked);
    }

    /** The moment of the look. */
    public Instant taken() {
        return looked.at();
    }

    public Settlement settlement() {
        return looked.settlement();
    }

    /** Whether a probe had seen everything up to an instant. */
    public boolean seen(String system, Instant upTo) {
        Sight sight = looked.sights().get(system);
        return sight != null && sight.seenUpTo() != null && !sight.seenUpTo().isBefore(upTo);
    }

    /** The scenario's entries of one kind, in order. */
    public <E extends Entry> Stream<E> entries(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Each time an action of this name began, in order. */
    public List<ActionStarted> actions(String name) {
        return entries(ActionStarted.class)
                .filter(action -> action.name().equalsIgnoreCase(name))
                .toList();
    }

    /** The action that began last. */
    public Optional<ActionStarted> lastAction() {
        return entries(ActionStarted.class).reduce((earlier, later) -> later);
    }

    /**
     * When the last action reached the application: its last request left. From here effects count their time; what it
     * took to prepare the request is not the application's.
     */
    public Instant acted() {
        Optional<ActionStarted> action = lastAction();
        return action.flatMap(last -> Stream.concat(
                                entries(Exchanged.class)
                                        .filter(exchanged -> exchanged.action() == last.index())
                                        .map(Exchanged::sent),
                                entries(Performed.class)
                                        .filter(performed -> performed.action() == last.index())
                                        .map(Performed::sent))
                        .max(Comparator.naturalOrder()))
                .or(() -> action.map(ActionStarted::at))
                .orElse(started.at());
    }

    /** Deliveries whose exchange a misbehaviour of their system still holds open. */
    public List<Long> held() {
        List<Long> ended =
                entries(ExchangeEnded.class).map(ExchangeEnded::captured).toList();
        return entries(FaultFired.class)
                .filter(FaultFired::held)
                .map(FaultFired::captured)
                .distinct()
                .filter(captured -> !ended.contains(captured))
                .toList();
    }

    /** When whoever sent a delivery knew what had become of it: at once, unless the exchange was held open. */
    public Instant endOf(Captured delivery) {
        return ending(delivery).map(ExchangeEnded::at).orElse(delivery.at());
    }

    /** Whether the answer that is on record with a delivery reached whoever sent it, as far as that is known. */
    public boolean isAnswered(Captured delivery) {
        return ending(delivery).map(ExchangeEnded::answered).orElse(true);
    }

    private Optional<ExchangeEnded> ending(Captured delivery) {
        return entries(ExchangeEnded.class)
                .filter(ended -> ended.captured() == delivery.index())
                .findFirst();
    }

    /** The states that an effect was seen in, in order, its first included and the end of one that is gone left out. */
    public List<Captured> states(Captured effect) {
        return Stream.concat(
                        Stream.of(effect),
                        changesOf(effect).filter(change -> !change.gone()).map(effect::since))
                .toList();
    }

    /** What became of an effect since it was captured, in order. */
    public Stream<Changed> changesOf(Captured effect) {
        return changes.stream().filter(change -> change.captured() == effect.index());
    }

    /** Everything that bears on the scenario, in order: its own entries, and deliveries that fit it with their changes. */
    public Stream<Entry> own() {
        return Stream.of(
                        entries.stream(),
                        effects.stream().map(Attributed::captured),
                        contested.stream().map(Attributed::captured),
                        Stream.concat(effects.stream(), contested.stream())
                                .flatMap(fitting -> changesOf(fitting.captured())))
                .flatMap(part -> part.map(Entry.class::cast))
                .sorted(Comparator.comparingLong(Entry::index));
    }
}
