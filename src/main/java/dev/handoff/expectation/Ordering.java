package dev.handoff.expectation;

import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Interval;
import dev.handoff.journal.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Judges what happened before what. Where two intervals overlap, the order cannot be known. */
final class Ordering {

    private final Snapshot snapshot;
    private final Visibility visibility;
    private final Expectation.Strays strays;

    Ordering(Snapshot snapshot, Expectation.Strays strays) {
        this.snapshot = snapshot;
        this.strays = strays;
        this.visibility = new Visibility(snapshot);
    }

    Verdict judge(Statement.NotBefore statement) {
        EffectName effect = statement.effect();
        String expected = "no " + effect.name() + " before " + statement.action();
        List<ActionStarted> actions = snapshot.actions(statement.action());
        if (actions.isEmpty()) {
            return Verdict.inconclusive(
                    effect.name(), expected, "unknown", List.of(statement.action() + " has not happened"));
        }
        ActionStarted action = actions.get(0);
        Interval begin = Interval.at(action.at());
        List<Captured> early = happened(effect).stream()
                .filter(captured -> captured.occurred().before(begin))
                .toList();
        if (!early.isEmpty()) {
            return Verdict.violated(
                    new Finding(
                            FailureKind.FORBIDDEN_EFFECT,
                            effect.name(),
                            expected,
                            early.size() + " before it",
                            sightings(early),
                            null,
                            List.of(statement.action() + " began at #" + action.index())),
                    indexes(early));
        }
        List<String> doubts = doubts(effect, action.at());
        happened(effect).stream()
                .filter(captured -> captured.occurred().earliest().isBefore(action.at()))
                .forEach(captured -> doubts.add("#" + captured.index() + " happened either before or after "
                        + statement.action() + ": its time is not known more exactly"));
        String observed = "no " + effect.name() + " before it";
        boolean seen = visibility.seenBefore(effect.system(), action.at());
        if (!seen && !visibility.gaveUp() && (doubts.isEmpty() || visibility.isUnasked(effect))) {
            return Verdict.open(effect.name(), expected, observed, "the probe has not seen so far yet");
        }
        if (!seen && doubts.isEmpty()) {
            doubts.add("the probe of " + effect.system() + " has not seen up to " + statement.action());
        }
        if (!doubts.isEmpty()) {
            return Verdict.inconclusive(effect.name(), expected, observed, doubts);
        }
        return visibility.besideStrays(
                strays,
                strays(effect)
                        .filter(stray -> stray.occurred().earliest().isBefore(action.at()))
                        .toList(),
                effect.name(),
                expected,
                Verdict.met(
                        observed,
                        List.of(statement.action() + " began at #" + action.index()),
                        List.of(),
                        List.of(action.index())));
    }

    private List<String> doubts(EffectName effect, Instant to) {
        List<String> doubts = new ArrayList<>(visibility.gaps(effect, to));
        snapshot.contested().stream()
                .filter(contested -> isOf(effect, contested.captured())
                        && contested.captured().occurred().earliest().isBefore(to))
                .map(visibility::contest)
                .forEach(doubts::add);
        return doubts;
    }

    Verdict judge(Statement.InOrder statement) {
        String expected = String.join(
                " before ",
                statement.items().stream().map(Statement.InOrder.Item::words).toList());
        Verdict present = present(statement);
        List<Verdict> pairs = new ArrayList<>();
        for (int i = 1; i < statement.items().size(); i++) {
            pairs.add(pair(statement.items().get(i - 1), statement.items().get(i), expected));
        }
        Verdict order = Verdict.all(pairs);
        if (order.outcome() != Outcome.VIOLATED && present.outcome() != Outcome.MET) {
            return present;
        }
        if (order.outcome() != Outcome.MET) {
            return order;
        }
        return visibility.onceSettled(
                subject(statement),
                expected,
                "in this order",
                gaps(statement),
                () -> visibility.besideStrays(
                        strays,
                        straysOutOfOrder(statement),
                        subject(statement),
                        expected,
                        Verdict.met("in this order", visibility.evidence(), List.of(), order.decidedBy())));
    }

    /** Deliveries of nobody that would not be known to be in order if they were ours. */
    private List<Captured> straysOutOfOrder(Statement.InOrder statement) {
        List<Captured> breaking = new ArrayList<>();
        for (int i = 1; i < statement.items().size(); i++) {
            List<Captured> first = strays(statement.items().get(i - 1).effect()).toList();
            List<Captured> second = strays(statement.items().get(i).effect()).toList();
            List<Interval> before = times(statement.items().get(i - 1), first);
            List<Interval> after = times(statement.items().get(i), second);
            first.stream()
                    .filter(stray -> !after.stream().allMatch(stray.occurred()::before))
                    .forEach(breaking::add);
            second.stream()
                    .filter(stray -> !before.stream().allMatch(time -> time.before(stray.occurred())))
                    .forEach(breaking::add);
        }
        return breaking.stream().distinct().toList();
    }

    private List<Interval> times(Statement.InOrder.Item item, List<Captured> strays) {
        return Stream.concat(
                        moments(item).stream().map(Moment::interval),
                        strays.stream().map(Captured::occurred))
                .toList();
    }

    private Stream<Captured> strays(EffectName effect) {
        return snapshot.strays().stream().filter(stray -> effect != null && isOf(effect, stray));
    }

    private Verdict present(Statement.InOrder statement) {
        Counting counting = new Counting(snapshot, statement.within(), true, strays);
        List<Verdict> verdicts = new ArrayList<>();
        for (Statement.InOrder.Item item : statement.items()) {
            if (item.effect() != null) {
                verdicts.add(counting.judge(new Count(item.effect(), 1, null, List.of())));
                snapshot.contested().stream()
                        .filter(contested -> isOf(item.effect(), contested.captured()))
                        .forEach(contested -> verdicts.add(Verdict.inconclusive(
                                item.words(), "an order", "unknown", List.of(visibility.contest(contested)))));
            } else if (snapshot.actions(item.action()).isEmpty()) {
                verdicts.add(Verdict.inconclusive(
                        item.words(), "an order", "unknown", List.of(item.action() + " has not happened")));
            }
        }
        return Verdict.all(verdicts);
    }

    private Verdict pair(Statement.InOrder.Item first, Statement.InOrder.Item second, String expected) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Long> decidedBy = new ArrayList<>();
        for (Moment a : moments(first)) {
            for (Moment b : moments(second)) {
                decidedBy.add(a.index());
                decidedBy.add(b.index());
                if (!b.interval().earliest().isAfter(a.interval().latest())
                        && !SourceOrder.before(a.captured(), b.captured())) {
                    verdicts.add(
                            b.interval().latest().isBefore(a.interval().earliest())
                                            || SourceOrder.before(b.captured(), a.captured())
                                    ? wrongOrder(first, second, a, b, expected)
                                    : unknownOrder(first, second, a, b, expected));
                }
            }
        }
        verdicts.add(Verdict.met(
                "in this order",
                List.of(),
                List.of(),
                decidedBy.stream().distinct().toList()));
        return Verdict.all(tellingFirst(verdicts).limit(3).toList());
    }

    private static Stream<Verdict> tellingFirst(List<Verdict> verdicts) {
        return verdicts.stream().sorted(Comparator.comparing(verdict -> verdict.outcome() != Outcome.VIOLATED));
    }

    private static Verdict wrongOrder(
            Statement.InOrder.Item first, Statement.InOrder.Item second, Moment a, Moment b, String expected) {
        return Verdict.violated(
                new Finding(
                        FailureKind.OUT_OF_ORDER,
                        first.words() + " and " + second.words(),
                        expected,
                        second.words() + " first",
                        List.of(
                                new Sighting(b.index(), second.words(), "first"),
                                new Sighting(a.index(), first.words(), null)),
                        null,
                        List.of()),
                List.of(b.index(), a.index()));
    }

    private static Verdict unknownOrder(
            Statement.InOrder.Item first, Statement.InOrder.Item second, Moment a, Moment b, String expected) {
        return Verdict.inconclusive(
                first.words() + " and " + second.words(),
                expected,
                "unknown",
                List.of("the times of #" + a.index() + " and #" + b.index() + " overlap: " + a.words() + " and "
                        + b.words()));
    }

    private List<Moment> moments(Statement.InOrder.Item item) {
        if (item.effect() == null) {
            return snapshot.actions(item.action()).stream()
                    .map(action -> new Moment(
                            action.index(),
                            Interval.at(action.at()),
                            snapshot.started().at(),
                            null))
                    .toList();
        }
        return happened(item.effect()).stream()
                .map(captured -> new Moment(
                        captured.index(),
                        captured.occurred(),
                        snapshot.started().at(),
                        captured))
                .toList();
    }

    private List<Captured> happened(EffectName effect) {
        return snapshot.effects().stream()
                .map(Attributed::captured)
                .filter(captured -> isOf(effect, captured))
                .toList();
    }

    private static boolean isOf(EffectName effect, Captured captured) {
        return captured.isEffect() && effect.name().equals(captured.effect());
    }

    private static String subject(Statement.InOrder statement) {
        return String.join(
                " and ",
                statement.items().stream().map(Statement.InOrder.Item::words).toList());
    }

    private List<String> gaps(Statement.InOrder statement) {
        return statement.items().stream()
                .filter(item -> item.effect() != null)
                .flatMap(item -> visibility.gaps(item.effect(), visibility.end()).stream())
                .distinct()
                .toList();
    }

    private static List<Sighting> sightings(List<Captured> captured) {
        return captured.stream()
                .map(one -> new Sighting(one.index(), Fields.of(one).brief(List.of()), null))
                .toList();
    }

    private static List<Long> indexes(List<Captured> captured) {
        return captured.stream().map(Captured::index).toList();
    }

    private record Moment(long index, Interval interval, Instant origin, Captured captured) {
        String words() {
            String from = "+" + Shown.seconds(origin, interval.earliest());
            return interval.earliest().equals(interval.latest())
                    ? from
                    : from + " to +" + Shown.seconds(origin, interval.latest());
        }
    }
}
