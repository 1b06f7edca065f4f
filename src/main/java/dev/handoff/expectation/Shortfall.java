package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells how too few of an effect came: too late, with other fields, without an ID, refused, or not at all. */
final class Shortfall {

    private final Snapshot snapshot;
    private final Count count;
    private final Tally tally;
    private final Duration within;
    private final Instant deadline;
    private final NearMisses nearMisses;

    Shortfall(Snapshot snapshot, Count count, Tally tally, Duration within, Instant deadline) {
        this.snapshot = snapshot;
        this.count = count;
        this.tally = tally;
        this.within = within;
        this.deadline = deadline;
        this.nearMisses = new NearMisses(snapshot, count);
    }

    Verdict verdict() {
        if (tally.matching.size() >= count.min()) {
            return tooLate();
        }
        Optional<NearMiss> unfit = nearMisses.nearestOfOwnName(tally.others);
        List<NearMiss> lost = lost();
        if (!lost.isEmpty()
                && unfit.filter(own -> own.distance() <= lost.get(0).distance()).isEmpty()) {
            return lostCorrelation(lost);
        }
        return unfit.map(this::wrongField).orElseGet(this::missing);
    }

    private Verdict tooLate() {
        List<Sighting> sightings = tally.late.stream()
                .map(late -> new Sighting(
                        late.index(),
                        Fields.of(late).brief(count.fields()),
                        Shown.seconds(deadline, late.occurred().earliest()) + " after the window of "
                                + Shown.duration(within)))
                .toList();
        return violated(
                FailureKind.TOO_LATE,
                count.effect().name(),
                expected(),
                tally.inTime.size() + " in time, " + tally.late.size() + " later",
                sightings,
                null,
                tally.late,
                List.of());
    }

    /** The strays in the window that fit, when they are exactly as many as are wanting. */
    private List<NearMiss> lost() {
        List<NearMiss> fitting = tally.strays.stream()
                .filter(stray -> !stray.occurred().earliest().isAfter(deadline))
                .map(nearMisses::stray)
                .toList();
        return tally.inTime.size() + fitting.size() == count.min() ? fitting : List.of();
    }

    private Verdict lostCorrelation(List<NearMiss> lost) {
        List<Sighting> sightings = new ArrayList<>(matching());
        lost.stream().skip(1).map(miss -> miss.sighting(count.fields())).forEach(sightings::add);
        return violated(
                FailureKind.LOST_CORRELATION,
                count.effect().name(),
                expected(),
                number(tally.matching.size()) + " of this scenario, " + lost.size() + " of no scenario",
                sightings,
                lost.get(0).sighting(count.fields()),
                Stream.concat(tally.matching.stream(), lost.stream().map(NearMiss::captured))
                        .toList(),
                List.of());
    }

    private Verdict wrongField(NearMiss own) {
        Sighting sighting = own.sighting(count.fields());
        Cell first = sighting.table().stream().filter(Cell::differs).findFirst().orElseThrow();
        NearMiss nearest = nearMisses
                .nearest()
                .filter(other -> other.distance() < own.distance())
                .orElse(null);
        return violated(
                FailureKind.WRONG_FIELD,
                count.effect().name() + ", " + first.path(),
                first.expected(),
                first.observed(),
                List.of(sighting),
                nearest == null ? null : nearest.sighting(count.fields()),
                List.of(own.captured()),
                noNearer(own));
    }

    private List<String> noNearer(NearMiss own) {
        String rest = tally.others.stream()
                .filter(other -> other.index() != own.captured().index())
                .map(other -> "#" + other.index())
                .collect(Collectors.joining(", "));
        return rest.isEmpty() ? List.of() : List.of("also seen, and no nearer: " + rest);
    }

    private Verdict missing() {
        List<Sighting> sightings = new ArrayList<>(matching());
        tally.attempts.forEach(attempt -> sightings.add(refused(attempt)));
        String observed = number(tally.matching.size());
        if (!tally.attempts.isEmpty()) {
            observed += ", after " + tally.attempts.size() + (tally.attempts.size() == 1 ? " attempt" : " attempts");
        }
        return violated(
                FailureKind.MISSING_EFFECT,
                count.effect().name(),
                expected(),
                observed,
                sightings,
                tally.attempts.isEmpty()
                        ? nearMisses
                                .nearest()
                                .map(miss -> miss.sighting(count.fields()))
                                .orElse(null)
                        : null,
                tally.matching,
                List.of());
    }

    private List<Sighting> matching() {
        return tally.matching.stream()
                .map(captured ->
                        new Sighting(captured.index(), Fields.of(captured).brief(count.fields()), null))
                .toList();
    }

    private Sighting refused(Captured attempt) {
        return new Sighting(
                attempt.index(),
                Fields.of(attempt).brief(count.fields()),
                attempt.disposition() == Disposition.REPLAYED
                        ? "answered from memory by its idempotency key"
                        : "refused, " + Told.words(Told.status(snapshot, attempt)) + reason(attempt));
    }

    /** What the system itself said, in the words of RFC 9457. */
    private static String reason(Captured attempt) {
        String detail = attempt.answer() == null
                ? ""
                : attempt.answer().tree().path("detail").asText();
        return detail.isEmpty() ? "" : ": " + detail;
    }

    private Verdict violated(
            FailureKind kind,
            String subject,
            String expected,
            String observed,
            List<Sighting> sightings,
            Sighting nearest,
            List<Captured> decidedBy,
            List<String> facts) {
        List<String> notes = new ArrayList<>(facts);
        Faults faults = new Faults(snapshot);
        Stream.concat(
                        faults.on(sightings.stream().map(Sighting::entry).collect(Collectors.toSet())).stream(),
                        nearest == null ? Stream.empty() : faults.on(Set.of(nearest.entry())).stream())
                .distinct()
                .forEach(notes::add);
        probe().ifPresent(notes::add);
        return Verdict.violated(
                new Finding(kind, subject, expected, observed, sightings, nearest, notes),
                decidedBy.stream().map(Captured::index).toList());
    }

    private Optional<String> probe() {
        return Optional.ofNullable(snapshot.looked().sights().get(count.effect().system()))
                .map(sight -> "the probe of " + count.effect().system() + ": " + sight.evidence());
    }

    private String expected() {
        return count.words() + " within " + Shown.duration(within);
    }

    private static String number(int n) {
        return n == 0 ? "none" : String.valueOf(n);
    }
}
