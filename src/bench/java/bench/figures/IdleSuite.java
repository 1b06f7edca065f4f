package bench.figures;

import static bench.orders.Misbehaviour.DROPPED;
import static bench.orders.Misbehaviour.DUPLICATE_LATE;
import static bench.orders.Misbehaviour.DUPLICATE_SOON;
import static bench.specs.Side.HANDOFF;
import static bench.specs.Side.HANDOFF_IDLE;

import bench.orders.OrdersFeature;
import bench.specs.Side;
import bench.specs.SpecsResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What settling costs where the application says that it is idle, instead of a second of quiet. */
public final class IdleSuite implements Figure {

    private static final double SECONDS_PER_SCENARIO = 0.5;
    private static final int ALONE = 20;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public List<Row> measure(Measuring measuring) throws IOException, InterruptedException {
        Path folder = measuring.folder().resolve(name());
        Path many = OrdersFeature.write(folder.resolve("many"), measuring.scenarios(), SettledSuite.EXACTLY);
        Path few = OrdersFeature.write(folder.resolve("few"), ALONE, SettledSuite.EXACTLY);
        List<Timed> idle = new ArrayList<>();
        List<Timed> quiet = new ArrayList<>();
        List<Timed> idleAlone = new ArrayList<>();
        List<Timed> quietAlone = new ArrayList<>();
        for (int i = 1; i <= measuring.repetitions(); i++) {
            Path results = folder.resolve("run-" + i);
            quiet.add(Timed.run(HANDOFF, many, results.resolve("many"), measuring.threads(), measuring));
            idle.add(Timed.run(HANDOFF_IDLE, many, results.resolve("many"), measuring.threads(), measuring));
            quietAlone.add(Timed.run(HANDOFF, few, results.resolve("few"), 1, measuring));
            idleAlone.add(Timed.run(HANDOFF_IDLE, few, results.resolve("few"), 1, measuring));
        }
        double rounds = Math.ceil((double) measuring.scenarios() / measuring.threads());
        double wall = Median.of(idle, run -> run.result().wallSeconds());
        String suite = measuring.scenarios() + " scenarios at " + measuring.threads();
        List<Row> rows = new ArrayList<>(List.of(
                Row.compared(
                        "quiet: 0s and an idle end point against quiet: 1s, " + suite + ", wall",
                        "s",
                        wall,
                        Median.of(quiet, run -> run.result().wallSeconds())),
                Row.reported(
                        "quiet: 0s, wall by its floor", Row.text(wall) + " s", rounds * SECONDS_PER_SCENARIO + " s"),
                Row.compared(
                        "quiet: 0s against 1s, last effect sent to settled verdict, alone",
                        "ms",
                        Timed.median(idleAlone),
                        Timed.median(quietAlone)),
                Row.compared(
                        "quiet: 0s against 1s, last effect sent to settled verdict, at " + measuring.threads(),
                        "ms",
                        Timed.median(idle),
                        Timed.median(quiet)),
                Row.reported("quiet: 0s, red without cause", red(idle), red(quiet))));
        for (var misbehaviour : List.of(DUPLICATE_SOON, DUPLICATE_LATE, DROPPED)) {
            Found found = Found.by(Side.HANDOFF_IDLE, misbehaviour, many, folder, measuring);
            rows.add(new Row(
                    "quiet: 0s, defects found: " + misbehaviour.words(),
                    "all, no other red",
                    found.words(),
                    "",
                    "",
                    Row.verdict(found.isRight())));
        }
        return rows;
    }

    private static String red(List<Timed> runs) {
        List<SpecsResult> results = runs.stream().map(Timed::result).toList();
        return results.stream().mapToInt(result -> result.red().size()).sum() + " of "
                + results.stream().mapToInt(result -> result.scenarios().size()).sum();
    }
}
