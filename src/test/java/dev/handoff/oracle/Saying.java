package dev.handoff.oracle;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a story expects, as the judge is told it. */
final class Saying {

    private Saying() {}

    static Expectation expectation(Line line) {
        return new Expectation(
                new Source("a.feature", 5, "Then it holds"),
                statement(line),
                Expectation.Strays.valueOf(
                        (line.says("stray") ? line.fact("stray") : "warn").toUpperCase(Locale.ROOT)));
    }

    private static Statement statement(Line line) {
        Duration within = Duration.ofMillis(line.says("within") ? line.number("within") : 0);
        return switch (line.fact("say")) {
            case "count" ->
                new Statement.Counts(
                        List.of(new Count(name(line.fact("kind")), min(line), max(line), fields(line))),
                        within,
                        line.says("stated"));
            case "notbefore" -> new Statement.NotBefore(name(line.fact("kind")), line.fact("action"));
            case "order" ->
                new Statement.InOrder(
                        Arrays.stream(line.fact("items").split(","))
                                .map(item -> item.startsWith("@")
                                        ? new Statement.InOrder.Item(null, item.substring(1))
                                        : new Statement.InOrder.Item(name(item), null))
                                .toList(),
                        within);
            case "nothing" -> {
                List<Count> counts = named(line).entrySet().stream()
                        .map(count -> new Count(name(count.getKey()), 0, count.getValue(), List.of()))
                        .toList();
                yield new Statement.NothingElse(List.of(new Statement.Counts(counts, within, false)));
            }
            case "attempts" ->
                new Statement.Attempts(
                        name(line.fact("kind")),
                        line.says("count") ? (int) line.number("count") : null,
                        statuses(line),
                        line.says("header") ? "Idempotency-Key" : null,
                        within);
            default -> throw new IllegalArgumentException(line.toString());
        };
    }

    static int min(Line line) {
        return line.says("min") ? (int) line.number("min") : 0;
    }

    static Integer max(Line line) {
        return line.says("max") ? (int) line.number("max") : null;
    }

    static List<Integer> statuses(Line line) {
        return line.says("statuses")
                ? Arrays.stream(line.fact("statuses").split(","))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
    }

    /** The kinds that are named, with the most that was said of each. */
    static Map<String, Integer> named(Line line) {
        Map<String, Integer> named = new TreeMap<>();
        if (line.says("named")) {
            for (String count : line.fact("named").split(",")) {
                named.put(count.split(":")[0], Integer.valueOf(count.split(":")[1]));
            }
        }
        return named;
    }

    private static List<Field> fields(Line line) {
        return line.says("amount")
                ? List.of(new Field(
                        "amount",
                        line.fact("amount").equals("absent")
                                ? "<absent>"
                                : line.fact("amount").replace(">", "> ")))
                : List.of();
    }

    /** Whether an amount fits what was said, by an own reading of it. */
    static boolean fits(Line said, Line effect) {
        if (!said.says("amount")) {
            return true;
        }
        String cell = said.fact("amount");
        if (cell.equals("absent")) {
            return !effect.says("amount");
        }
        return effect.says("amount")
                && (cell.startsWith(">")
                        ? effect.number("amount") > Long.parseLong(cell.substring(1))
                        : effect.number("amount") == Long.parseLong(cell));
    }

    private static EffectName name(String kind) {
        return new EffectName(kind, Story.systemOf(kind));
    }
}
