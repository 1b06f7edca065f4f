package bench.figures;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a verdict costs beside many entries of other scenarios. */
public final class JudgeCost implements Figure {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int DELIVERIES_EACH = 10;
    private static final int VERDICTS = 20_000;
    private static final Settlement SETTLED =
            new Settlement(Settlement.State.SETTLED, List.of("quiet for 1.0 s"), true);

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public List<Row> measure(Measuring measuring) {
        Subject few = new Subject(FEW);
        Subject many = new Subject(MANY);
        few.nanosEach();
        many.nanosEach();
        List<Double> amongFew = new ArrayList<>();
        List<Double> amongMany = new ArrayList<>();
        for (int i = 0; i < 2 * measuring.repetitions(); i++) {
            amongFew.add(few.nanosEach());
            amongMany.add(many.nanosEach());
        }
        double ours = Median.of(amongMany, nanos -> nanos / 1e3);
        double other = Median.of(amongFew, nanos -> nanos / 1e3);
        System.out.printf("judge: %.1f us among %,d, %.1f us among %,d%n", ours, MANY, other, FEW);
        return List.of(Row.atMostTimes("a verdict among 1,000,000 entries, against 1,000", 1.25, "µs", ours, other));
    }

    /** A scenario with three effects, in the middle of others. */
    private static final class Subject {

        private final Journal journal = new Journal(JournalSettings.NONE, Sink.NOWHERE);
        private final ScenarioStarted scenario;
        private final Expectation expectation;

        Subject(int others) {
            fill(others / 2);
            this.scenario = start("Order 1");
            journal.actionStarted(scenario.scenario(), null, "a customer places order 1");
            for (String effect : List.of("invoice", "shipment", "notification")) {
                capture(scenario, effect);
            }
            fill(others - others / 2);
            List<Count> counts = List.of("invoice", "shipment", "notification").stream()
                    .map(effect -> new Count(new EffectName(effect, "partner"), 1, 1, List.of()))
                    .toList();
            this.expectation = new Expectation(
                    new Source("orders.feature", 1, "Then exactly one of each"),
                    new Statement.Counts(counts, Duration.ofSeconds(10), false),
                    Expectation.Strays.WARN);
        }

        private void fill(int deliveries) {
            ScenarioStarted other = null;
            for (int i = 0; i < deliveries; i++) {
                if (i % DELIVERIES_EACH == 0) {
                    other = start("Another " + i);
                }
                capture(other, "invoice");
            }
        }

        private ScenarioStarted start(String name) {
            return journal.startScenario(name, "orders.feature", 1, List.of());
        }

        private void capture(ScenarioStarted whose, String effect) {
            Message content = Message.of(
                    Map.of("X-Correlation-Id", List.of(whose.scenario())), "application/json", "{\"amount\":2500}");
            journal.capture(
                    dev.handoff.journal.Capture.effect("partner", effect, "POST /" + effect, Map.of(), content));
        }

        double nanosEach() {
            long began = System.nanoTime();
            for (int i = 0; i < VERDICTS; i++) {
                Map<String, Sight> sights = Map.of("partner", new Sight(journal.now(), "partner served throughout"));
                Verdict verdict = Judge.judge(expectation, journal.glance(scenario.scenario(), sights, SETTLED));
                if (verdict.open()) {
                    throw new IllegalStateException("a settled scenario was not judged: " + verdict);
                }
            }
            return (System.nanoTime() - began) / (double) VERDICTS;
        }
    }
}
