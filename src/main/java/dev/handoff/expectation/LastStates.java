package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what effects are when the scenario has come to rest, whatever they were before. */
final class LastStates {

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Expectation.Strays strays;

    LastStates(Snapshot snapshot, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.visibility = new Visibility(snapshot);
        this.strays = strays;
    }

    Verdict judge(Statement.InTheEnd statement) {
        EffectName effect = statement.effect();
        Occurrences occurrences = new Occurrences(effect, snapshot, strays);
        Verdict present = occurrences.present(statement.within());
        if (present.outcome() != Outcome.MET) {
            return present;
        }
        List<Captured> effects = occurrences.own();
        List<Captured> unfit = effects.stream()
                .filter(captured -> !fitsAtLast(captured, statement))
                .toList();
        String expected = "the " + effect.name() + " of the table in the end";
        if (!unfit.isEmpty()
                && !visibility.gaveUp()
                && !visibility.closed(effect.system(), visibility.deadline(statement.within()))) {
            return Verdict.open(effect.name(), expected, "another one so far", "the window has not closed yet");
        }
        return visibility.onceSettled(
                effect.name(),
                expected,
                unfit.isEmpty() ? "the same so far" : "another one so far",
                visibility.gaps(effect, visibility.end()),
                () -> unfit.isEmpty() ? fit(statement, occurrences, expected) : violated(statement, unfit));
    }

    private Verdict fit(Statement.InTheEnd statement, Occurrences occurrences, String expected) {
        String effect = statement.effect().name();
        List<Captured> own = occurrences.own();
        Verdict met = Verdict.met(
                own.size() + " " + effect + " in the end",
                visibility.evidence(),
                List.of(),
                own.stream().map(captured -> lastState(captured).index()).toList());
        return occurrences.unlessOthersBreakIt(
                met, captured -> !fitsAtLast(captured, statement), effect, expected, "unknown");
    }

    private Verdict violated(Statement.InTheEnd statement, List<Captured> unfit) {
        Captured first = unfit.get(0);
        Optional<Changed> end = end(first);
        List<Sighting> sightings = new ArrayList<>();
        unfit.forEach(effect -> sightings.addAll(history(effect, statement.fields())));
        List<String> notes = new ArrayList<>();
        unfit.forEach(effect -> overwritten(effect, statement).ifPresent(notes::add));
        String name = statement.effect().name();
        if (end.isPresent()) {
            return Verdict.violated(
                    new Finding(
                            FailureKind.MISSING_EFFECT,
                            name,
                            "one " + name + " in the end",
                            "it was there and is gone",
                            sightings,
                            null,
                            notes),
                    List.of(end.get().index()));
        }
        Captured last = lastState(first);
        Cell wrong = Fields.of(last).compare(statement.fields()).stream()
                .filter(Cell::differs)
                .findFirst()
                .orElseThrow();
        return Verdict.violated(
                new Finding(
                        FailureKind.WRONG_FIELD,
                        name + " in the end, " + wrong.path(),
                        wrong.expected(),
                        wrong.observed(),
                        sightings,
                        null,
                        notes),
                List.of(last.index()));
    }

    /** The states of an effect, the last one with its table, and its end. */
    private List<Sighting> history(Captured effect, List<Field> fields) {
        List<Captured> states = snapshot.states(effect);
        boolean gone = end(effect).isPresent();
        List<Sighting> history = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Fields state = Fields.of(states.get(i));
            boolean last = i == states.size() - 1 && !gone;
            history.add(
                    last
                            ? new Sighting(states.get(i).index(), "", null, state.compare(fields))
                            : new Sighting(states.get(i).index(), state.brief(fields), null));
        }
        end(effect).ifPresent(end -> history.add(new Sighting(end.index(), "", null)));
        return history;
    }

    /** Of an effect that was as it must be, and then was changed, by which entries. */
    private Optional<String> overwritten(Captured effect, Statement.InTheEnd statement) {
        List<Captured> states = snapshot.states(effect);
        for (int i = states.size() - 1; i >= 0; i--) {
            if (fits(states.get(i), statement)) {
                long fitting = states.get(i).index();
                return snapshot.changesOf(effect)
                        .filter(change -> change.index() > fitting)
                        .findFirst()
                        .map(change -> "it was so at #" + fitting + ", until #" + change.index());
            }
        }
        return Optional.empty();
    }

    private boolean fitsAtLast(Captured effect, Statement.InTheEnd statement) {
        return end(effect).isEmpty() && fits(lastState(effect), statement);
    }

    private static boolean fits(Captured state, Statement.InTheEnd statement) {
        return Fields.of(state).mismatches(statement.fields()).isEmpty();
    }

    private Captured lastState(Captured effect) {
        List<Captured> states = snapshot.states(effect);
        return states.get(states.size() - 1);
    }

    /** The change by which an effect is gone, if it is not there again since. */
    private Optional<Changed> end(Captured effect) {
        return snapshot.changesOf(effect).reduce((earlier, later) -> later).filter(Changed::gone);
    }
}
