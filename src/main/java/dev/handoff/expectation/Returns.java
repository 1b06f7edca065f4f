package dev.handoff.expectation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges whether an effect has come back to a value that it had left: something older has overwritten what was newer. */
final class Returns {

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Expectation.Strays strays;

    Returns(Snapshot snapshot, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.visibility = new Visibility(snapshot);
        this.strays = strays;
    }

    Verdict judge(Statement.NeverReturns statement) {
        EffectName effect = statement.effect();
        Occurrences occurrences = new Occurrences(effect, snapshot, strays);
        Verdict present = occurrences.present(statement.within());
        if (present.outcome() != Outcome.MET) {
            return present;
        }
        List<Captured> effects = occurrences.own();
        String subject = effect.name() + ", " + statement.field();
        String expected = "no return to an earlier value";
        String observed = effects.stream()
                .map(captured -> walk(captured, statement.field()).words())
                .collect(Collectors.joining("; "));
        List<String> unknown = effects.stream()
                .flatMap(captured -> unknown(captured, statement.field()).stream())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            return Verdict.inconclusive(subject, expected, "unknown", unknown);
        }
        Optional<Captured> returning = effects.stream()
                .filter(captured -> walk(captured, statement.field()).returns())
                .findFirst();
        if (returning.isPresent()) {
            return violated(walk(returning.get(), statement.field()), subject, expected);
        }
        return visibility.onceSettled(
                subject,
                expected,
                observed,
                visibility.gaps(effect, visibility.end()),
                () -> met(statement, occurrences, observed));
    }

    private Verdict met(Statement.NeverReturns statement, Occurrences occurrences, String observed) {
        String expected = "no return to an earlier value";
        String subject = statement.effect().name() + ", " + statement.field();
        Verdict met = Verdict.met(
                observed,
                visibility.evidence(),
                List.of(),
                occurrences.own().stream().map(Captured::index).toList());
        return occurrences.unlessOthersBreakIt(
                met, captured -> walk(captured, statement.field()).returns(), subject, expected, observed);
    }

    private static Verdict violated(Walk walk, String subject, String expected) {
        List<Sighting> sightings = new ArrayList<>();
        Map<JsonNode, Long> since = new LinkedHashMap<>();
        for (Stop stop : walk.stops()) {
            Long before = since.putIfAbsent(stop.value(), stop.entry());
            sightings.add(new Sighting(
                    stop.entry(), Shown.value(stop.value()), before == null ? null : "as it was at #" + before));
        }
        return Verdict.violated(
                new Finding(FailureKind.OUT_OF_ORDER, subject, expected, walk.words(), sightings, null, List.of()),
                walk.stops().stream().map(Stop::entry).toList());
    }

    /** The values of a field that followed each other; that an effect was gone counts as one of them. */
    private Walk walk(Captured effect, String field) {
        Stream<Stop> states = snapshot.states(effect).stream()
                .map(state -> new Stop(state.index(), Fields.of(state).value(field)));
        Stream<Stop> ends = snapshot.changesOf(effect)
                .filter(change -> change.gone())
                .map(change -> new Stop(change.index(), MissingNode.getInstance()));
        List<Stop> stops = new ArrayList<>();
        for (Stop stop : Stream.concat(states, ends)
                .sorted(Comparator.comparingLong(Stop::entry))
                .toList()) {
            if (stops.isEmpty() || !stops.get(stops.size() - 1).value().equals(stop.value())) {
                stops.add(stop);
            }
        }
        return new Walk(stops);
    }

    private Optional<String> unknown(Captured effect, String field) {
        boolean known = snapshot.states(effect).stream()
                .anyMatch(state -> !Fields.of(state).value(field).isMissingNode());
        return known
                ? Optional.empty()
                : Optional.of("#" + effect.index() + " has no field " + field + "; there are "
                        + String.join(", ", Fields.of(effect).beside(field)));
    }

    /** A value from an entry on. */
    private record Stop(long entry, JsonNode value) {}

    /** The values of one effect, one after the other. */
    private record Walk(List<Stop> stops) {

        boolean returns() {
            return stops.stream().map(Stop::value).distinct().count() < stops.size();
        }

        String words() {
            return stops.stream().map(stop -> Shown.value(stop.value())).collect(Collectors.joining(", then "));
        }
    }
}
