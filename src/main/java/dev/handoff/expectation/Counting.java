package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        Tally tally = new Tally(count, snapshot, deadline, windowStated);
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
        boolean watched = tally.isAboutItsWindow();
        if (watched && !visibility.gaveUp() && !visibility.closed(count.effect().system(), deadline)) {
            return Verdict.open(subject(count), count.words(), observed, "the window has not closed yet");
        }
        return visibility.onceSettled(
                subject(count),
                count.words(),
                observed,
                visibility.gaps(count.effect(), watched ? deadline : visibility.end()),
                () -> settled(count, tally));
    }

    private Verdict settled(Count count, Tally tally) {
        String observed = observed(count, tally.matching);
        List<String> doubts = tally.perhapsTooMany();
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(subject(count), count.words(), observed, doubts);
        }
        return visibility.besideStrays(
                strays,
                tally.straysBeyondLimit(),
                subject(count),
                count.words(),
                Verdict.met(observed, visibility.evidence(), notes(count, tally), indexes(tally.matching)));
    }

    private static List<String> notes(Count count, Tally tally) {
        return tally.matching.isEmpty() ? UnknownFields.notes(count, tally.others) : List.of();
    }

    private Verdict tooMany(Count count, Tally tally) {
        List<Captured> all = tally.tooMany();
        FailureKind kind = count.max() == 0 ? FailureKind.FORBIDDEN_EFFECT : FailureKind.DUPLICATE_EFFECT;
        List<Sighting> sightings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean surplus = count.max() > 0 && i >= count.max();
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
                        new Faults(snapshot).on(Set.copyOf(indexes(all)))),
                indexes(all));
    }

    private Verdict tooFew(Count count, Tally tally) {
        String observed = observed(count, tally.matching);
        String system = count.effect().system();
        if (!visibility.closed(system, deadline)) {
            return visibility.gaveUp()
                    ? Verdict.inconclusive(subject(count), count.words(), observed, notSeen(count))
                    : Verdict.open(subject(count), count.words(), observed, "the window has not closed yet");
        }
        if (!visibility.settled() && !visibility.gaveUp()) {
            return Verdict.open(subject(count), count.words(), observed, "the scenario has not settled yet");
        }
        List<String> doubts = new ArrayList<>(visibility.gaps(count.effect(), deadline));
        doubts.addAll(tally.perhapsEnough(visibility.gaveUp()));
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(subject(count), count.words(), observed, doubts);
        }
        Verdict shortfall = new Shortfall(snapshot, count, tally, within, deadline).verdict();
        List<String> away = visibility.away(count.effect().system(), deadline);
        return away.isEmpty() || !isNotThere(shortfall)
                ? shortfall
                : Verdict.inconclusive(subject(count), count.words(), observed, away);
    }

    /** Rather than there, and not as it should be. */
    private static boolean isNotThere(Verdict shortfall) {
        return shortfall.findings().stream()
                .map(Finding::kind)
                .allMatch(kind -> kind == FailureKind.MISSING_EFFECT || kind == FailureKind.TOO_LATE);
    }

    private List<String> notSeen(Count count) {
        String system = count.effect().system();
        Sight sight = snapshot.looked().sights().get(system);
        List<String> reasons = new ArrayList<>(visibility.gaps(count.effect(), deadline));
        reasons.add(
                sight == null
                        ? "nothing watches " + system
                        : "the probe of " + system + " has not seen the whole window: " + sight.evidence());
        return reasons;
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
}
