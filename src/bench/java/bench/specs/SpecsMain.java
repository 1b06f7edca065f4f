package bench.specs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs a folder of features as one side's specs in this JVM and writes {@code result.json} into another folder.
 *
 * <p>Arguments: the side ({@code handmade}, {@code handoff}, {@code handoff-idle}), the folder of features, the folder
 * for results, the number of threads, {@code allure} or {@code plain}.
 */
final class SpecsMain {

    private SpecsMain() {}

    public static void main(String[] arguments) throws IOException {
        Side side = Side.named(arguments[0]);
        Path folder = Path.of(arguments[2]).toAbsolutePath();
        String threads = arguments[3];
        Files.createDirectories(folder);
        System.setProperty("bench.folder", folder.toString());
        System.setProperty("handoff.runs", folder.resolve("runs").toString());
        System.setProperty(
                "allure.results.directory", folder.resolve("allure-results").toString());
        if (side.vocabulary != null) {
            System.setProperty("handoff.vocabulary", "src/bench/resources/" + side.vocabulary);
        }
        List<String> plugins = new ArrayList<>(side.plugins);
        plugins.add(Stopwatch.class.getName());
        if (arguments[4].equals("allure")) {
            plugins.add("io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm");
        }
        LauncherDiscoveryRequest features = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectDirectory(arguments[1]))
                .filters(includeEngines("cucumber"))
                .configurationParameter("cucumber.glue", side.glue)
                .configurationParameter("cucumber.plugin", String.join(",", plugins))
                .configurationParameter("cucumber.publish.quiet", "true")
                .configurationParameter("cucumber.execution.parallel.enabled", "true")
                .configurationParameter("cucumber.execution.parallel.config.strategy", "fixed")
                .configurationParameter("cucumber.execution.parallel.config.fixed.parallelism", threads)
                .configurationParameter("cucumber.execution.parallel.config.fixed.max-pool-size", threads)
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(features, summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true), 5);
        SpecsResult result = Stopwatch.result();
        new ObjectMapper().writeValue(folder.resolve("result.json").toFile(), result);
        System.out.printf(
                "%s: %d scenarios, %d red, wall %.2f s, CPU %.2f s (%.2f s before the first scenario), %.2f s to the first%n",
                side.words(),
                result.scenarios().size(),
                result.red().size(),
                result.wallSeconds(),
                result.cpuSeconds(),
                result.startCpuSeconds(),
                result.startSeconds());
        System.exit(0);
    }
}
