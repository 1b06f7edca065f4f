package bench.figures;

import static bench.specs.Side.HANDMADE;
import static bench.specs.Side.HANDOFF;

import bench.orders.OrdersFeature;
import bench.specs.SpecsJvm;
import bench.specs.SpecsResult.ScenarioResult;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Entry;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How long after the last effect a step that waits for it is done, where nothing has to settle. */
public final class Latency implements Figure {

    private static final String AT_LEAST =
            "at least one invoice and at least one shipment and at least one notification are created";
    private static final int ALONE = 40;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public List<Row> measure(Measuring measuring) throws IOException, InterruptedException {
        Path folder = measuring.folder().resolve(name());
        List<Row> rows = new ArrayList<>();
        rows.addAll(compared(folder.resolve("alone"), ALONE, 1, 5, measuring));
        rows.addAll(compared(folder.resolve("together"), measuring.scenarios(), measuring.threads(), 20, measuring));
        return rows;
    }

    private static List<Row> compared(Path folder, int scenarios, int threads, double limitMillis, Measuring measuring)
            throws IOException, InterruptedException {
        Path features = OrdersFeature.write(folder.resolve("features"), scenarios, AT_LEAST);
        Map<String, String> atRandom = Map.of("ORDERS_AT_RANDOM", "true");
        List<Timed> ours = new ArrayList<>();
        List<Timed> other = new ArrayList<>();
        List<Double> captured = new ArrayList<>();
        for (int i = 1; i <= measuring.repetitions(); i++) {
            Path results = folder.resolve("run-" + i);
            other.add(Timed.run(HANDMADE, features, results, threads, measuring, atRandom));
            Timed timed = Timed.run(HANDOFF, features, results, threads, measuring, atRandom);
            ours.add(timed);
            captured.add(Median.of(
                    capturedToVerdictMillis(
                            SpecsJvm.folder(results, HANDOFF).resolve("runs"),
                            timed.result().scenarios()),
                    Double::doubleValue));
        }
        String where = threads == 1 ? "alone" : "at " + threads;
        return List.of(
                Row.atMost(
                        "last effect captured to satisfied step, " + where,
                        limitMillis,
                        "ms",
                        Median.of(captured, Double::doubleValue),
                        ""),
                Row.compared(
                        "last effect sent to satisfied step, " + where, "ms", Timed.median(ours), Timed.median(other)));
    }

    private static List<Double> capturedToVerdictMillis(Path runs, List<ScenarioResult> scenarios) throws IOException {
        Map<String, String> names = new HashMap<>();
        Map<String, Instant> last = new HashMap<>();
        for (Entry entry : Recording.read(latest(runs)).entries()) {
            if (entry instanceof ScenarioStarted started) {
                names.put(started.scenario(), started.name());
            } else if (entry instanceof Captured captured) {
                for (Claim claim : captured.claims()) {
                    last.put(names.get(claim.scenario()), captured.at());
                }
            }
        }
        return scenarios.stream()
                .filter(ScenarioResult::green)
                .map(scenario -> (scenario.lastStepMicros()
                                - ChronoUnit.MICROS.between(Instant.EPOCH, last.get(scenario.name())))
                        / 1e3)
                .toList();
    }

    private static Path latest(Path runs) throws IOException {
        try (Stream<Path> all = Files.list(runs)) {
            return all.max(Comparator.comparing(Path::toString)).orElseThrow();
        }
    }
}
