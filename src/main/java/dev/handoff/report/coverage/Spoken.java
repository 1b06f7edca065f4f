package dev.handoff.report.coverage;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the statements of one scenario say of an effect. */
final class Spoken {

    private final String scenario;
    private final List<Statement> statements;
    private final boolean answered;
    private final boolean closed;

    Spoken(Ran ran) {
        this.scenario = ran.name();
        this.statements = ran.stated().stream().flatMap(Statement::oneByOne).toList();
        this.answered = statements.stream()
                .anyMatch(statement ->
                        statement instanceof Statement.ResponseStatus || statement instanceof Statement.ResponseHas);
        this.closed = statements.stream().anyMatch(Statement.NothingElse.class::isInstance);
    }

    String scenario() {
        return scenario;
    }

    /** Whether any statement names it. */
    boolean of(String effect) {
        return statements.stream().anyMatch(statement -> names(statement, effect));
    }

    Set<Aspect> aspects(String effect) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        statements.forEach(statement -> add(statement, effect, aspects));
        return aspects;
    }

    private void add(Statement statement, String effect, Set<Aspect> aspects) {
        if (statement instanceof Statement.Counts counts) {
            counts.counts().stream()
                    .filter(count -> is(count.effect(), effect))
                    .forEach(count -> add(count, counts.windowStated(), effect, aspects));
        } else if (statement instanceof Statement.Attempts attempts && is(attempts.effect(), effect)) {
            aspects.add(Aspect.DELIVERY);
            if (!attempts.statuses().isEmpty()) {
                aspects.add(Aspect.ACCEPTANCE);
            }
        } else if (statement instanceof Statement.Spaced spaced && is(spaced.effect(), effect)) {
            aspects.add(Aspect.DELIVERY);
        } else if (statement instanceof Statement.ContractsKept kept) {
            if (kept.terms().stream().anyMatch(terms -> terms.effect().equals(effect))) {
                aspects.add(Aspect.EFFECT);
            }
        } else if (names(statement, effect)) {
            aspects.add(statement instanceof Statement.InTheEnd ? Aspect.EFFECT : Aspect.ORDER);
        }
    }

    private void add(Count count, boolean windowStated, String effect, Set<Aspect> aspects) {
        if (answered) {
            aspects.add(Aspect.ACCEPTANCE);
        }
        if (windowStated && count.min() > 0) {
            aspects.add(Aspect.DELIVERY);
        }
        if (!count.fields().isEmpty() && count.min() > 0) {
            aspects.add(Aspect.EFFECT);
        }
        if (isLimited(count) && (count.fields().isEmpty() || closed && noneUnlimited(effect))) {
            aspects.add(Aspect.UNIQUENESS);
        }
    }

    /** "No" says that it must not happen, and nothing of how often it may when it must. */
    private static boolean isLimited(Count count) {
        return count.max() != null && count.max() > 0;
    }

    /** A table counts what fits it; another one beside it is noticed only where nothing else may happen. */
    private boolean noneUnlimited(String effect) {
        return statements.stream()
                .filter(statement -> names(statement, effect))
                .allMatch(statement -> statement instanceof Statement.Counts counts
                        && counts.counts().stream()
                                .filter(count -> is(count.effect(), effect))
                                .allMatch(count -> count.max() != null));
    }

    private static boolean names(Statement statement, String effect) {
        return effects(statement).anyMatch(name -> is(name, effect));
    }

    private static Stream<EffectName> effects(Statement statement) {
        if (statement instanceof Statement.Counts counts) {
            return counts.counts().stream().map(Count::effect);
        }
        if (statement instanceof Statement.InOrder order) {
            return order.items().stream().map(Statement.InOrder.Item::effect);
        }
        if (statement instanceof Statement.NotBefore not) {
            return Stream.of(not.effect());
        }
        if (statement instanceof Statement.Spaced spaced) {
            return Stream.of(spaced.effect());
        }
        if (statement instanceof Statement.InTheEnd end) {
            return Stream.of(end.effect());
        }
        if (statement instanceof Statement.NeverReturns never) {
            return Stream.of(never.effect());
        }
        return statement instanceof Statement.Attempts attempts ? Stream.of(attempts.effect()) : Stream.empty();
    }

    private static boolean is(EffectName name, String effect) {
        return name != null && name.name().equals(effect);
    }
}
