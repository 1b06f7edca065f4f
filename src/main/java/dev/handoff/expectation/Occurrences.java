package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The effects of one name, for statements about what became of them. */
final class Occurrences {

    private final EffectName effect;
    private final Snapshot snapshot;
    private final Expectation.Strays strays;
    private final Visibility visibility;

    Occurrences(EffectName effect, Snapshot snapshot, Expectation.Strays strays) {
        this.effect = effect;
        this.snapshot = snapshot;
        this.strays = strays;
        this.visibility = new Visibility(snapshot);
    }

    /** That there is one at all. */
    Verdict present(Duration within) {
        return new Counting(snapshot, within, false, strays).judge(new Count(effect, 1, null, List.of()));
    }

    /** Those that are the scenario's own. */
    List<Captured> own() {
        return snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(this::isOne)
                .toList();
    }

    /**
     * What was met by the scenario's own, unless one breaks it that may be its own, too.
     *
     * @param unknown what was observed if it is in doubt whose one is that breaks it
     */
    Verdict unlessOthersBreakIt(
            Verdict met, Predicate<Captured> breaks, String subject, String expected, String unknown) {
        List<String> doubts = snapshot.contested().stream()
                .filter(contested -> isOne(contested.captured()) && breaks.test(contested.captured()))
                .map(visibility::contest)
                .toList();
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(subject, expected, unknown, doubts);
        }
        List<Captured> breaking =
                snapshot.strays().stream().filter(this::isOne).filter(breaks).toList();
        return visibility.besideStrays(strays, breaking, subject, expected, met);
    }

    private boolean isOne(Captured captured) {
        return captured.isEffect() && effect.name().equals(captured.effect());
    }
}
