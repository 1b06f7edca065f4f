package dev.handoff.steps;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Statement;
import dev.handoff.vocabulary.SystemSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says of a statement why it could not fail, or never be decided, where it stands in its scenario. */
final class Emptiness {

    private final Rehearsal before;

    Emptiness(Rehearsal before) {
        this.before = before;
    }

    Optional<String> of(Statement statement) {
        if (before.done().isEmpty()) {
            return Optional.of("nothing has been done yet that this could be about; it must stand after an action");
        }
        return reasons(statement).findFirst();
    }

    private Stream<String> reasons(Statement statement) {
        if (statement instanceof Statement.Counts counts) {
            return counts.counts().stream().flatMap(this::reasons);
        }
        if (statement instanceof Statement.NotBefore not) {
            return Stream.concat(reasons(not), unaskable(not.effect()));
        }
        if (statement instanceof Statement.InOrder order) {
            return Stream.concat(
                    reasons(order),
                    order.items().stream()
                            .map(Statement.InOrder.Item::effect)
                            .filter(Objects::nonNull)
                            .flatMap(this::unaskable));
        }
        if (statement instanceof Statement.Spaced spaced) {
            return spaced.apart().isZero()
                    ? Stream.of("every attempt comes after the one before; say how long after")
                    : unaskable(spaced.effect());
        }
        if (statement instanceof Statement.Attempts attempts) {
            return unaskable(attempts.effect());
        }
        if (statement instanceof Statement.InTheEnd end) {
            return Stream.of(lasts(end.effect()), unaskable(end.effect()), unknownFields(end.effect(), end.fields()))
                    .flatMap(reasons -> reasons);
        }
        if (statement instanceof Statement.NeverReturns never) {
            return Stream.of(
                            lasts(never.effect()),
                            unaskable(never.effect()),
                            unknownFields(never.effect(), List.of(new Field(never.field(), "<any>"))))
                    .flatMap(reasons -> reasons);
        }
        if (statement instanceof Statement.All all) {
            return all.parts().stream().flatMap(this::reasons);
        }
        return Stream.empty();
    }

    private Stream<String> reasons(Count count) {
        Stream<String> any = count.min() == 0 && count.max() == null
                ? Stream.of("\"" + count.words() + "\" holds of anything; say how many there must be")
                : Stream.empty();
        return Stream.of(any, unaskable(count.effect()), unknownFields(count.effect(), count.fields()))
                .flatMap(reasons -> reasons);
    }

    /** Only what stays where it is can change, and only what has an ID is known to be the same. */
    private Stream<String> lasts(EffectName effect) {
        return before.vocabulary().recorderOf(effect.name()).stream()
                .filter(system -> !(system instanceof SystemSpec.Sql sql
                        && sql.records().get(effect.name()).id().isPresent()))
                .filter(system -> !(system instanceof SystemSpec.Poll poll
                        && poll.records().get(effect.name()).listing().id().isPresent()))
                .map(system -> system instanceof SystemSpec.Sql
                        ? "the query of " + effect.name() + " names no id, so that nobody knows which row became which"
                        : system instanceof SystemSpec.Poll
                                ? effect.name() + " names no id, so that nobody knows which item became which"
                                : "what is delivered to " + system.name()
                                        + " does not change any more; say \"exactly one " + effect.name()
                                        + " is created with:\"");
    }

    private Stream<String> unknownFields(EffectName effect, List<Field> fields) {
        return before.vocabulary().recorderOf(effect.name()).stream()
                .flatMap(system -> fields.stream().flatMap(field -> KnownFields.complaint(system, field).stream()));
    }

    private Stream<String> reasons(Statement.NotBefore statement) {
        int place = before.done().indexOf(statement.action());
        if (place < 0) {
            return Stream.of(notDone(statement.action()));
        }
        return place == 0
                ? Stream.of("\"" + statement.action() + "\" is the first thing that this scenario does: nothing of it"
                        + " could have happened before")
                : Stream.empty();
    }

    private Stream<String> reasons(Statement.InOrder order) {
        Set<String> seen = new HashSet<>();
        Optional<String> twice = order.items().stream()
                .map(Statement.InOrder.Item::words)
                .filter(words -> !seen.add(words))
                .findFirst();
        if (twice.isPresent()) {
            return Stream.of("the order names \"" + twice.get() + "\" twice; nothing comes before itself");
        }
        List<String> actions = order.items().stream()
                .map(Statement.InOrder.Item::action)
                .filter(Objects::nonNull)
                .toList();
        if (actions.size() == order.items().size()) {
            return Stream.of("the order names actions only, and their order is the scenario's own; add an effect");
        }
        return actions.stream()
                .filter(action -> !before.done().contains(action))
                .map(this::notDone);
    }

    private String notDone(String action) {
        List<String> named = before.done().stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return "the action \"" + action + "\" does not take place before this step; "
                + (named.isEmpty() ? "no action with a name does" : "what does: " + String.join(", ", named));
    }

    /** An effect that is asked for with a value that the scenario will not have. */
    private Stream<String> unaskable(EffectName effect) {
        return before.vocabulary().askedBy(effect.name()).stream()
                .filter(parameter -> !before.mayKnow(parameter))
                .map(parameter -> (isInDatabase(effect)
                                ? "the query of " + effect.name() + " asks with :"
                                : "the request of " + effect.name() + " asks with ")
                        + parameter + ", and no action before this step remembers one");
    }

    private boolean isInDatabase(EffectName effect) {
        return before.vocabulary()
                .recorderOf(effect.name())
                .filter(SystemSpec.Sql.class::isInstance)
                .isPresent();
    }
}
