package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Judges how long whoever tries an effect again waits before it does. */
final class Spacing {

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Expectation.Strays strays;

    Spacing(Snapshot snapshot, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.visibility = new Visibility(snapshot);
        this.strays = strays;
    }

    Verdict judge(Statement.Spaced statement) {
        String subject = statement.effect().name();
        String expected = "attempts at least " + Shown.duration(statement.apart()) + " apart";
        List<Captured> attempts = snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(captured -> subject.equals(captured.effect()))
                .toList();
        List<Repeat> repeats = IntStream.range(0, attempts.size())
                .mapToObj(later -> repeat(attempts, later))
                .flatMap(Optional::stream)
                .toList();
        String observed = observed(attempts, repeats);
        List<Repeat> early = repeats.stream()
                .filter(repeat -> repeat.atMost().compareTo(statement.apart()) < 0)
                .toList();
        if (!early.isEmpty()) {
            return differ(subject, expected, observed, attempts, early);
        }
        if (repeats.isEmpty()
                && !visibility.gaveUp()
                && !visibility.closed(statement.effect().system(), visibility.deadline(statement.within()))) {
            return Verdict.open(subject, expected, observed, "the window has not closed yet");
        }
        return visibility.onceSettled(
                subject, expected, observed, visibility.gaps(statement.effect(), visibility.end()), () -> {
                    List<String> doubts = doubts(statement, repeats);
                    if (!doubts.isEmpty()) {
                        return Verdict.inconclusive(subject, expected, observed, doubts);
                    }
                    return repeats.isEmpty()
                            ? differ(subject, expected, observed, attempts, List.of())
                            : visibility.besideStrays(
                                    strays,
                                    snapshot.strays().stream()
                                            .filter(stray -> subject.equals(stray.effect()))
                                            .toList(),
                                    subject,
                                    expected,
                                    Verdict.met(
                                            observed,
                                            visibility.evidence(),
                                            List.of(),
                                            attempts.stream()
                                                    .map(Captured::index)
                                                    .toList()));
                });
    }

    private List<String> doubts(Statement.Spaced statement, List<Repeat> repeats) {
        List<String> doubts = new ArrayList<>();
        snapshot.contested().stream()
                .filter(contested ->
                        statement.effect().name().equals(contested.captured().effect()))
                .map(visibility::contest)
                .forEach(doubts::add);
        repeats.stream()
                .filter(repeat -> repeat.atLeast().compareTo(statement.apart()) < 0)
                .map(repeat -> "the time between #" + repeat.before().index() + " and #"
                        + repeat.after().index() + " is not known more exactly")
                .forEach(doubts::add);
        return doubts;
    }

    /** An attempt and the one before it of the same handoff: under the same key, or without one with the same content. */
    private static Optional<Repeat> repeat(List<Captured> attempts, int later) {
        for (int earlier = later - 1; earlier >= 0; earlier--) {
            if (isSameHandoff(attempts.get(earlier), attempts.get(later))) {
                return Optional.of(new Repeat(attempts.get(earlier), attempts.get(later)));
            }
        }
        return Optional.empty();
    }

    private static boolean isSameHandoff(Captured one, Captured other) {
        return Objects.equals(one.handoff(), other.handoff())
                && (one.handoff() != null
                        || one.properties().equals(other.properties())
                                && one.content().text().equals(other.content().text()));
    }

    private Verdict differ(
            String subject, String expected, String observed, List<Captured> attempts, List<Repeat> early) {
        List<Sighting> sightings = attempts.stream()
                .map(attempt -> new Sighting(
                        attempt.index(),
                        Fields.of(attempt).brief(List.of()),
                        early.stream()
                                .filter(repeat -> repeat.after() == attempt)
                                .map(repeat -> Shown.duration(repeat.atMost()) + " after #"
                                        + repeat.before().index())
                                .findFirst()
                                .orElse(null)))
                .toList();
        return Verdict.violated(
                new Finding(FailureKind.ATTEMPTS_DIFFER, subject, expected, observed, sightings, null, List.of()),
                attempts.stream().map(Captured::index).toList());
    }

    private static String observed(List<Captured> attempts, List<Repeat> repeats) {
        return repeats.stream()
                .map(Repeat::atMost)
                .min(Duration::compareTo)
                .map(least -> attempts.size() + " attempts, the nearest " + Shown.duration(least) + " apart")
                .orElse(attempts.isEmpty() ? "no attempt" : "no attempt was made again");
    }

    private record Repeat(Captured before, Captured after) {

        Duration atMost() {
            return Duration.between(
                    before.occurred().earliest(), after.occurred().latest());
        }

        Duration atLeast() {
            return Duration.between(before.occurred().latest(), after.occurred().earliest());
        }
    }
}
