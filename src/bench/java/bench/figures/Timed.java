package bench.figures;

import bench.orders.OrdersFeature;
import bench.orders.Sent;
import bench.specs.Side;
import bench.specs.SpecsJvm;
import bench.specs.SpecsResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run of which it is known when the application sent each scenario's last effect.
 *
 * @param sentToVerdictMillis of each green scenario
 */
record Timed(SpecsResult result, List<Double> sentToVerdictMillis) {

    static Timed run(Side side, Path features, Path results, int threads, Measuring measuring)
            throws IOException, InterruptedException {
        return run(side, features, results, threads, measuring, Map.of());
    }

    static Timed run(
            Side side, Path features, Path results, int threads, Measuring measuring, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path file = results.resolve("sent-" + side + ".txt").toAbsolutePath();
        Files.deleteIfExists(file);
        Map<String, String> more = new HashMap<>(environment);
        more.put("ORDERS_SENT", file.toString());
        SpecsResult result = SpecsJvm.run(side, features, results, threads, measuring.allure(), more);
        Sent sent = Sent.read(file);
        List<Double> latencies = result.scenarios().stream()
                .filter(SpecsResult.ScenarioResult::green)
                .map(scenario -> (scenario.lastStepMicros() - sent.last(OrdersFeature.order(scenario.name()))) / 1e3)
                .toList();
        Timed timed = new Timed(result, latencies);
        System.out.printf(
                "%s at %d: wall %.2f s, last effect sent to verdict %.1f ms at the median, %d red%n",
                side,
                threads,
                result.wallSeconds(),
                Median.of(latencies, Double::doubleValue),
                result.red().size());
        return timed;
    }

    /** The median of the runs' medians. */
    static double median(List<Timed> runs) {
        return Median.of(runs, run -> Median.of(run.sentToVerdictMillis(), Double::doubleValue));
    }
}
