package dev.handoff.report.coverage;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Scenarios that have run, and what they stated. */
final class Scenarios {

    static final String REFUND = "provider refund";
    static final String RECEIPT = "refund receipt";

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private Scenarios() {}

    static Ran ran(String name, Statement... stated) {
        return new Ran("Refunds", name, Set.of(), Outcome.MET, List.of(stated));
    }

    static Ran ran(String feature, Outcome outcome, IntegrationPoint... points) {
        return new Ran(feature, "a scenario of " + feature, Set.of(points), outcome, List.of());
    }

    static Statement exactlyOne(String effect) {
        return counts(1, 1, effect, false);
    }

    static Statement atLeastOne(String effect) {
        return counts(1, null, effect, false);
    }

    static Statement no(String effect) {
        return counts(0, 0, effect, false);
    }

    static Statement inTime(String effect) {
        return counts(1, null, effect, true);
    }

    static Statement noneInTime(String effect) {
        return counts(0, 0, effect, true);
    }

    private static Statement counts(int min, Integer max, String effect, boolean windowStated) {
        return new Statement.Counts(List.of(new Count(name(effect), min, max, List.of())), WITHIN, windowStated);
    }

    static Statement exactlyOneWithATable(String effect) {
        return withATable(1, 1, effect);
    }

    static Statement noneWithATable(String effect) {
        return withATable(0, 0, effect);
    }

    private static Statement withATable(int min, Integer max, String effect) {
        List<Field> fields = List.of(new Field("currency", "usd"));
        return new Statement.Counts(List.of(new Count(name(effect), min, max, fields)), WITHIN, false);
    }

    static Statement inOrder(String... effects) {
        return new Statement.InOrder(
                Arrays.stream(effects)
                        .map(effect -> new Statement.InOrder.Item(name(effect), null))
                        .toList(),
                WITHIN);
    }

    static Statement notBefore(String effect) {
        return new Statement.NotBefore(name(effect), "the approval");
    }

    static Statement attempts(String effect, Integer count, Integer... statuses) {
        return new Statement.Attempts(name(effect), count, List.of(statuses), null, WITHIN);
    }

    static Statement spaced(String effect) {
        return new Statement.Spaced(name(effect), WITHIN, WITHIN);
    }

    static Statement inTheEnd(String effect) {
        return new Statement.InTheEnd(name(effect), List.of(), WITHIN);
    }

    static Statement neverReturns(String effect) {
        return new Statement.NeverReturns(name(effect), "status", WITHIN);
    }

    static Statement contractsKept(String effect) {
        return new Statement.ContractsKept(
                List.of(new Statement.ContractsKept.Terms(effect, "a.schema.json", null, List.of())));
    }

    static Statement all(Statement... parts) {
        return new Statement.All(List.of(parts));
    }

    static Statement nothingElse() {
        return new Statement.NothingElse(List.of());
    }

    private static EffectName name(String effect) {
        return new EffectName(effect, "a system");
    }
}
