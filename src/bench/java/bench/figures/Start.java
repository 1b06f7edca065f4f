package bench.figures;

import static bench.specs.Side.SHOP;

import bench.specs.SpecsJvm;
import bench.specs.SpecsResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of the JVM to the first scenario, with broker, database, mail and the reference application. */
public final class Start implements Figure {

    private static final String FEATURE = """
            Feature: Start
              Scenario: A customer pays
                Given a customer has paid 25.00 USD for an order
                Then the response status is 201
            """;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> measure(Measuring measuring) throws IOException, InterruptedException {
        Path folder = measuring.folder().resolve(name());
        Path features = Files.createDirectories(folder.resolve("features"));
        Files.writeString(features.resolve("start.feature"), FEATURE);
        List<SpecsResult> runs = new ArrayList<>();
        for (int i = 1; i <= measuring.repetitions(); i++) {
            runs.add(SpecsJvm.run(SHOP, features, folder.resolve("run-" + i), 1, measuring.allure(), Map.of()));
            System.out.printf(
                    "start: %.2f s, %.2f s of CPU%n",
                    runs.get(i - 1).startSeconds(), runs.get(i - 1).startCpuSeconds());
        }
        return List.of(
                Row.atMost(
                        "JVM start to first scenario, with Kafka, PostgreSQL, mail and Shop",
                        5,
                        "s",
                        Median.of(runs, SpecsResult::startSeconds),
                        ""),
                Row.reported(
                        "CPU of that, this JVM alone",
                        Row.text(Median.of(runs, SpecsResult::startCpuSeconds)) + " s",
                        ""));
    }
}
