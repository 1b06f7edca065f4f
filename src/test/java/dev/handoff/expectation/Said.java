package dev.handoff.expectation;

import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a step says, in few words; and the verdict on it. */
public final class Said {

    public static final Source SOURCE =
            new Source("features/refunds.feature", 12, "Then exactly one provider refund is created within 10 seconds");

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private Said() {}

    /** Rows are pairs of a path and a cell. */
    public static Count exactly(int times, EffectName effect, String... rows) {
        return new Count(effect, times, times, fields(rows));
    }

    public static Count atLeast(int times, EffectName effect, String... rows) {
        return new Count(effect, times, null, fields(rows));
    }

    public static Count atMost(int times, EffectName effect, String... rows) {
        return new Count(effect, 0, times, fields(rows));
    }

    public static Count no(EffectName effect, String... rows) {
        return exactly(0, effect, rows);
    }

    public static List<Field> fields(String... rows) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < rows.length; i += 2) {
            fields.add(new Field(rows[i], rows[i + 1]));
        }
        return fields;
    }

    /** In the window of ten seconds that the vocabulary gives. */
    public static Statement happens(Count... counts) {
        return new Statement.Counts(List.of(counts), WINDOW, false);
    }

    /** In a window of ten seconds that the sentence gives. */
    public static Statement happensWithin10Seconds(Count... counts) {
        return new Statement.Counts(List.of(counts), WINDOW, true);
    }

    /** Items are effects, and actions by their names. */
    public static Statement inOrder(Object... items) {
        List<Statement.InOrder.Item> all = new ArrayList<>();
        for (Object item : items) {
            all.add(
                    item instanceof EffectName effect
                            ? new Statement.InOrder.Item(effect, null)
                            : new Statement.InOrder.Item(null, (String) item));
        }
        return new Statement.InOrder(all, WINDOW);
    }

    public static Statement nothingBeside(Statement... named) {
        return new Statement.NothingElse(List.of(named));
    }

    public static Statement attempts(EffectName effect, Integer count, Integer... statuses) {
        return new Statement.Attempts(effect, count, List.of(statuses), null, WINDOW);
    }

    public static Statement sameHeader(EffectName effect, String header) {
        return new Statement.Attempts(effect, null, List.of(), header, WINDOW);
    }

    public static Statement reaches(String stage) {
        return new Statement.Reaches(stage, WINDOW);
    }

    public static Statement inTheEnd(EffectName effect, String... rows) {
        return new Statement.InTheEnd(effect, fields(rows), WINDOW);
    }

    public static Statement neverReturns(String field, EffectName effect) {
        return new Statement.NeverReturns(effect, field, WINDOW);
    }

    public static Expectation that(Statement statement) {
        return that(statement, Expectation.Strays.WARN);
    }

    public static Expectation that(Statement statement, Expectation.Strays strays) {
        return new Expectation(SOURCE, statement, strays);
    }

    public static Verdict judge(Statement statement, Snapshot snapshot) {
        return Judge.judge(that(statement), snapshot);
    }
}
