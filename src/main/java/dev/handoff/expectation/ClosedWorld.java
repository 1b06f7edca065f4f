package dev.handoff.expectation;

import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.util.List;

/** Judges that nothing happened beside what was said. */
final class ClosedWorld {

    private static final String SUBJECT = "anything else";
    private static final String EXPECTED = "nothing but what the scenario names";

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Expectation.Strays strays;

    ClosedWorld(Snapshot snapshot, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.strays = strays;
        this.visibility = new Visibility(snapshot);
    }

    Verdict judge(Statement.NothingElse statement) {
        List<Captured> unnamed = snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(captured -> captured.isEffect() && !isNamed(captured, statement.named()))
                .toList();
        if (!unnamed.isEmpty()) {
            return Verdict.violated(
                    new Finding(
                            FailureKind.UNEXPECTED_EFFECT,
                            String.join(
                                    ", ",
                                    unnamed.stream()
                                            .map(Captured::label)
                                            .distinct()
                                            .toList()),
                            EXPECTED,
                            unnamed.size() + " more",
                            unnamed.stream()
                                    .map(captured -> new Sighting(
                                            captured.index(),
                                            Fields.of(captured).brief(List.of()),
                                            null))
                                    .toList(),
                            null,
                            List.of()),
                    unnamed.stream().map(Captured::index).toList());
        }
        return visibility.onceSettled(
                SUBJECT, EXPECTED, "nothing else", visibility.gaps(visibility.end()), () -> settled(statement));
    }

    private Verdict settled(Statement.NothingElse statement) {
        List<String> doubts = snapshot.contested().stream()
                .filter(contested ->
                        contested.captured().isEffect() && !isNamed(contested.captured(), statement.named()))
                .map(visibility::contest)
                .toList();
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(SUBJECT, EXPECTED, "unknown", doubts);
        }
        List<Captured> unnamedStrays = snapshot.strays().stream()
                .filter(stray -> stray.isEffect() && !isNamed(stray, statement.named()))
                .toList();
        return visibility.besideStrays(
                strays,
                unnamedStrays,
                SUBJECT,
                EXPECTED,
                Verdict.met("nothing else", visibility.evidence(), visibility.unasked(), List.of()));
    }

    private boolean isNamed(Captured captured, List<Statement> statements) {
        return statements.stream().anyMatch(statement -> names(statement, captured));
    }

    private boolean names(Statement statement, Captured captured) {
        if (statement instanceof Statement.Counts counts) {
            return counts.counts().stream()
                    .anyMatch(count -> isOf(count.effect(), captured)
                            && (count.max() == null || count.max() > 0)
                            && snapshot.states(captured).stream().anyMatch(state -> Fields.of(state)
                                    .mismatches(count.fields())
                                    .isEmpty()));
        }
        if (statement instanceof Statement.InOrder inOrder) {
            return inOrder.items().stream().anyMatch(item -> item.effect() != null && isOf(item.effect(), captured));
        }
        if (statement instanceof Statement.Spaced spaced) {
            return isOf(spaced.effect(), captured);
        }
        if (statement instanceof Statement.Attempts attempts) {
            return isOf(attempts.effect(), captured);
        }
        if (statement instanceof Statement.InTheEnd end) {
            return isOf(end.effect(), captured);
        }
        if (statement instanceof Statement.NeverReturns never) {
            return isOf(never.effect(), captured);
        }
        return statement instanceof Statement.All all && isNamed(captured, all.parts());
    }

    private static boolean isOf(EffectName effect, Captured captured) {
        return effect.name().equals(captured.effect());
    }
}
