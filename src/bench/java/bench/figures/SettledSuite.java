package bench.figures;

import static bench.orders.Misbehaviour.DROPPED;
import static bench.orders.Misbehaviour.DUPLICATE_LATE;
import static bench.orders.Misbehaviour.DUPLICATE_SOON;
import static bench.specs.Side.HANDMADE;
import static bench.specs.Side.HANDOFF;

import bench.orders.Misbehaviour;
import bench.orders.OrdersFeature;
import bench.specs.Side;
import bench.specs.SpecsJvm;
import bench.specs.SpecsResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The same scenarios, each of which must see exactly one of three effects and hold for a second, by hand and with
 * Handoff; and how many defects either finds.
 */
public final class SettledSuite implements Figure {

    static final String EXACTLY =
            "exactly one invoice and exactly one shipment and exactly one notification are created";
    private static final double SECONDS_PER_SCENARIO = 1.5;

    @Override
    public String name() {
        return "suite";
    }

    @Override
    public List<Row> measure(Measuring measuring) throws IOException, InterruptedException {
        Path folder = measuring.folder().resolve(name());
        Path features = OrdersFeature.write(folder.resolve("features"), measuring.scenarios(), EXACTLY);
        Map<Side, List<SpecsResult>> runs = new EnumMap<>(Side.class);
        for (int i = 1; i <= measuring.repetitions(); i++) {
            for (Side side : List.of(HANDMADE, HANDOFF)) {
                SpecsResult result = SpecsJvm.run(
                        side,
                        features,
                        folder.resolve("clean-" + i),
                        measuring.threads(),
                        measuring.allure(),
                        Map.of());
                runs.computeIfAbsent(side, none -> new ArrayList<>()).add(result);
                System.out.printf(
                        "suite %d/%d %s: wall %.2f s, CPU %.2f s (%.2f s before the first scenario), %d red%n",
                        i,
                        measuring.repetitions(),
                        side,
                        result.wallSeconds(),
                        result.cpuSeconds(),
                        result.startCpuSeconds(),
                        result.red().size());
            }
        }
        List<Row> rows = new ArrayList<>(compared(measuring, runs.get(HANDOFF), runs.get(HANDMADE)));
        for (Misbehaviour misbehaviour : List.of(DUPLICATE_SOON, DUPLICATE_LATE, DROPPED)) {
            Found other = Found.by(HANDMADE, misbehaviour, features, folder, measuring);
            Found ours = Found.by(HANDOFF, misbehaviour, features, folder, measuring);
            rows.add(new Row(
                    "defects found: " + misbehaviour.words(),
                    "all, no other red",
                    ours.words(),
                    other.words(),
                    "",
                    Row.verdict(ours.isRight())));
        }
        return rows;
    }

    private static List<Row> compared(Measuring measuring, List<SpecsResult> ours, List<SpecsResult> other) {
        String suite = measuring.scenarios() + " scenarios at " + measuring.threads() + ", ";
        double rounds = Math.ceil((double) measuring.scenarios() / measuring.threads());
        double floor = rounds * SECONDS_PER_SCENARIO;
        double wall = Median.of(ours, SpecsResult::wallSeconds);
        return List.of(
                new Row(
                        suite + "wall by the floor",
                        "at most 1.10 times",
                        Row.text(wall) + " s",
                        Row.text(floor) + " s (floor)",
                        Row.text(wall / floor),
                        Row.verdict(wall / floor <= 1.1)),
                Row.compared(suite + "wall by hand-made", "s", wall, Median.of(other, SpecsResult::wallSeconds)),
                Row.atMostTimes(
                        suite + "CPU of the JVM",
                        0.5,
                        "s",
                        Median.of(ours, SpecsResult::cpuSeconds),
                        Median.of(other, SpecsResult::cpuSeconds)),
                Row.compared(
                        suite + "CPU from the first scenario on",
                        "s",
                        Median.of(ours, result -> result.cpuSeconds() - result.startCpuSeconds()),
                        Median.of(other, result -> result.cpuSeconds() - result.startCpuSeconds())),
                Row.compared(
                        suite + "JVM start to first scenario",
                        "s",
                        Median.of(ours, SpecsResult::startSeconds),
                        Median.of(other, SpecsResult::startSeconds)),
                new Row(
                        suite + "red without cause",
                        "none",
                        red(ours) + " of " + all(ours),
                        red(other) + " of " + all(other),
                        "",
                        Row.verdict(red(ours) == 0)));
    }

    private static int red(List<SpecsResult> results) {
        return results.stream().mapToInt(result -> result.red().size()).sum();
    }

    private static int all(List<SpecsResult> results) {
        return results.stream().mapToInt(result -> result.scenarios().size()).sum();
    }
}
