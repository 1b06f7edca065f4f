package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges how often an effect happened: counts early, concludes late. */
final class Counting {

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Instant deadline;
    private final boolean windowStated;
    private final Duration within;
    private final Expectation.Strays strays;

    Counting(Snapshot snapshot, Duration within, boolean windowStated, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.visibility = new Visibility(snapshot);
        this.deadline = visibility.deadline(within);
        this.windowStated = windowStated;
        this.within = within;
        this.strays = strays;
    }

    Verdict judge(Count count) {
        Tally tally = new Tally(count);
        List<String> unreadable = tally.unreadable();
        if (!unreadable.isEmpty()) {
            return Verdict.inconclusive(subject(count), count.words(), "unknown", unreadable);
        }
        if (count.max() != null && tally.tooMany().size() > count.max()) {
            return tooMany(count, tally);
        }
        if (tally.inTime.size() < count.min()) {
            return tooFew(count, tally);
        }
        if (count.max() == null) {
            return Verdict.met(observed(count, tally.matching), List.of(), List.of(), indexes(tally.matching));
        }
        return concluded(count, tally);
    }

    private Verdict concluded(Count count, Tally tally) {
        String observed = observed(count, tally.matching);
        boolean absence = count.min() == 0 && windowStated;
        if (absence && !visibility.gaveUp() && !visibility.closed(count.effect().system(), deadline)) {
            return Verdict.open(subject(count), count.words(), observed, "the window has not closed yet");
        }
        return visibility.onceSettled(
                subject(count),
                count.words(),
                observed,
                visibility.gaps(count.effect(), snapshot.taken()),
                () -> settled(count, tally));
    }

    private Verdict settled(Count count, Tally tally) {
        String observed = observed(count, tally.matching);
        List<String> doubts = tally.perhapsTooMany();
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(subject(count), count.words(), observed, doubts);
        }
        List<String> strayNotes = tally.strays.stream()
                .filter(tally::bearsOnLimit)
                .map(Visibility::stray)
                .toList();
        if (strays == Expectation.Strays.FAIL && !strayNotes.isEmpty()) {
            return Verdict.inconclusive(subject(count), count.words(), observed, strayNotes);
        }
        return Verdict.met(
                observed,
                visibility.evidence(),
                strays == Expectation.Strays.IGNORE ? List.of() : strayNotes,
                indexes(tally.matching));
    }

    private Verdict tooMany(Count count, Tally tally) {
        List<Captured> all = tally.tooMany();
        FailureKind kind = count.max() == 0 ? FailureKind.FORBIDDEN_EFFECT : FailureKind.DUPLICATE_EFFECT;
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean surplus = i >= Math.max(count.max(), 1) && count.max() > 0;
            sightings.add(new Sighting(
                    all.get(i).index(),
                    Fields.of(all.get(i)).brief(count.fields()),
                    surplus ? Copies.mark(all.get(0), all.get(i)) : null));
        }
        return Verdict.violated(
                new Finding(
                        kind,
                        subject(count),
                        count.words(),
                        String.valueOf(all.size()),
                        sightings,
                        null,
                        faultNotes(all)),
                indexes(all));
    }

    private List<String> faultNotes(List<Captured> deliveries) {
        Set<Long> indexes = Set.copyOf(indexes(deliveries));
        return snapshot.entries(dev.handoff.journal.FaultFired.class)
                .filter(fault -> indexes.contains(fault.captured()))
                .map(fault -> "#" + fault.index() + " fault \"" + fault.fault() + "\" on #" + fault.captured())
                .toList();
    }

    private Verdict tooFew(Count count, Tally tally) {
        String observed = observed(count, tally.matching);
        String system = count.effect().system();
        if (!visibility.closed(system, deadline)) {
            return visibility.gaveUp()
                    ? Verdict.inconclusive(subject(count), count.words(), observed, List.of(notSeen(system)))
                    : Verdict.open(subject(count), count.words(), observed, "the window has not closed yet");
        }
        if (!visibility.settled() && !visibility.gaveUp()) {
            return Verdict.open(subject(count), count.words(), observed, "the scenario has not settled yet");
        }
        List<String> doubts = new ArrayList<>(visibility.gaps(count.effect(), deadline));
        doubts.addAll(tally.perhapsEnough());
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(subject(count), count.words(), observed, doubts);
        }
        return tally.matching.size() >= count.min() ? tooLate(count, tally) : missing(count, tally);
    }

    private String notSeen(String system) {
        dev.handoff.journal.Sight sight = snapshot.looked().sights().get(system);
        return sight == null
                ? "nothing watches " + system
                : "the probe of " + system + " has not seen the whole window: " + sight.evidence();
    }

    private Verdict tooLate(Count count, Tally tally) {
        List<Sighting> sightings = tally.late.stream()
                .map(late -> new Sighting(
                        late.index(),
                        Fields.of(late).brief(count.fields()),
                        "after the window of " + Shown.duration(within)))
                .toList();
        return Verdict.violated(
                new Finding(
                        FailureKind.TOO_LATE,
                        subject(count),
                        count.words() + " within " + Shown.duration(within),
                        tally.inTime.size() + " in time, " + tally.late.size() + " later",
                        sightings,
                        null,
                        List.of()),
                indexes(tally.late));
    }

    private Verdict missing(Count count, Tally tally) {
        if (!tally.others.isEmpty()) {
            return wrongField(count, tally);
        }
        List<Sighting> seen = tally.matching.stream()
                .map(captured ->
                        new Sighting(captured.index(), Fields.of(captured).brief(count.fields()), null))
                .toList();
        return Verdict.violated(
                new Finding(
                        FailureKind.MISSING_EFFECT,
                        subject(count),
                        count.words() + " within " + Shown.duration(within),
                        tally.matching.isEmpty() ? "none" : String.valueOf(tally.matching.size()),
                        seen,
                        nearestMiss(count, tally).orElse(null),
                        probeNotes(count)),
                indexes(tally.matching));
    }

    private Verdict wrongField(Count count, Tally tally) {
        Captured nearest = tally.others.stream()
                .min(Comparator.comparingInt((Captured captured) ->
                        Fields.of(captured).mismatches(count.fields()).size()))
                .orElseThrow();
        List<Fields.Mismatch> mismatches = Fields.of(nearest).mismatches(count.fields());
        List<String> notes = new ArrayList<>(mismatches.stream()
                .skip(1)
                .map(mismatch ->
                        mismatch.path() + ": expected " + mismatch.expected() + ", observed " + mismatch.observed())
                .toList());
        return Verdict.violated(
                new Finding(
                        FailureKind.WRONG_FIELD,
                        subject(count) + ", " + mismatches.get(0).path(),
                        mismatches.get(0).expected(),
                        mismatches.get(0).observed(),
                        List.of(new Sighting(nearest.index(), Fields.of(nearest).brief(count.fields()), null)),
                        null,
                        notes),
                List.of(nearest.index()));
    }

    private Optional<Sighting> nearestMiss(Count count, Tally tally) {
        Optional<Sighting> refused = tally.attempts.stream()
                .reduce((earlier, later) -> later)
                .map(attempt -> new Sighting(
                        attempt.index(),
                        Fields.of(attempt).brief(count.fields()),
                        attempt.disposition() == Disposition.REPLAYED
                                ? "answered from memory by its idempotency key"
                                : "an attempt that was answered " + attempt.answerStatus()));
        return refused.or(() -> tally.strays.stream()
                .findFirst()
                .map(stray -> new Sighting(stray.index(), Fields.of(stray).brief(count.fields()), "fits no scenario")));
    }

    private List<String> probeNotes(Count count) {
        dev.handoff.journal.Sight sight =
                snapshot.looked().sights().get(count.effect().system());
        return sight == null
                ? List.of()
                : List.of("the probe of " + count.effect().system() + ": " + sight.evidence());
    }

    private static String subject(Count count) {
        return count.effect().name();
    }

    private static String observed(Count count, List<Captured> matching) {
        return (matching.isEmpty() ? "no" : matching.size()) + " "
                + count.effect().name();
    }

    private static List<Long> indexes(List<Captured> captured) {
        return captured.stream().map(Captured::index).toList();
    }

    /** The deliveries that bear on a count, by how they bear on it. */
    private final class Tally {
        final List<Captured> matching = new ArrayList<>();
        final List<Captured> others = new ArrayList<>();
        final List<Captured> attempts = new ArrayList<>();
        final List<Captured> inTime = new ArrayList<>();
        final List<Captured> perhapsInTime = new ArrayList<>();
        final List<Captured> late = new ArrayList<>();
        final List<Attributed> contested;
        final List<Captured> strays;
        private final Count count;

        Tally(Count count) {
            this.count = count;
            snapshot.effects().stream()
                    .map(Attributed::captured)
                    .filter(this::isOfKind)
                    .forEach(this::add);
            contested = snapshot.contested().stream()
                    .filter(delivery -> isOfKind(delivery.captured()) && isEffectThatFits(delivery.captured()))
                    .toList();
            strays = snapshot.strays().stream()
                    .filter(stray -> isOfKind(stray) && isEffectThatFits(stray))
                    .toList();
        }

        /** Deliveries of which too little was kept to compare them with a table. */
        List<String> unreadable() {
            return Stream.concat(snapshot.effects().stream(), snapshot.contested().stream())
                    .map(Attributed::captured)
                    .filter(captured -> isOfKind(captured)
                            && !count.fields().isEmpty()
                            && captured.content().cutAt() > 0)
                    .map(captured -> "#" + captured.index() + " was cut at "
                            + captured.content().cutAt() + " bytes, and so cannot be compared with the table")
                    .toList();
        }

        private boolean isOfKind(Captured captured) {
            return count.effect().name().equals(captured.effect());
        }

        private boolean isEffectThatFits(Captured captured) {
            return captured.isEffect()
                    && Fields.of(captured).mismatches(count.fields()).isEmpty();
        }

        private void add(Captured captured) {
            if (!captured.isEffect()) {
                attempts.add(captured);
            } else if (!isEffectThatFits(captured)) {
                others.add(captured);
            } else {
                matching.add(captured);
                (!captured.occurred().latest().isAfter(deadline) ? inTime : isLate(captured) ? late : perhapsInTime)
                        .add(captured);
            }
        }

        /** What counts against a limit: everything seen, but for a stated absence only what lies in its window. */
        List<Captured> tooMany() {
            return isStatedAbsence() ? inTime : matching;
        }

        boolean bearsOnLimit(Captured captured) {
            return !isStatedAbsence() || !isLate(captured);
        }

        private boolean isStatedAbsence() {
            return count.max() != null && count.max() == 0 && windowStated;
        }

        private boolean isLate(Captured captured) {
            return captured.occurred().earliest().isAfter(deadline);
        }

        /** What leaves open whether a limit holds. */
        List<String> perhapsTooMany() {
            List<Attributed> others = contested.stream()
                    .filter(delivery -> bearsOnLimit(delivery.captured()))
                    .toList();
            List<Captured> unsure = isStatedAbsence() ? perhapsInTime : List.of();
            return tooMany().size() + others.size() + unsure.size() > count.max() ? doubts(others, unsure) : List.of();
        }

        /** What leaves open whether enough came in time. */
        List<String> perhapsEnough() {
            List<Attributed> others = contested.stream()
                    .filter(delivery -> !isLate(delivery.captured()))
                    .toList();
            return inTime.size() + others.size() + perhapsInTime.size() >= count.min()
                    ? doubts(others, perhapsInTime)
                    : List.of();
        }

        private List<String> doubts(List<Attributed> others, List<Captured> unsure) {
            List<String> doubts = new ArrayList<>();
            others.forEach(delivery -> doubts.add(visibility.contest(delivery)));
            unsure.forEach(captured -> doubts.add(Visibility.straddles(captured.index())));
            return doubts;
        }
    }
}
