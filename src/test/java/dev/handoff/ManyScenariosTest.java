package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.defects.Catalogue;
import dev.handoff.defects.Features;
import dev.handoff.defects.KnownDefect;
import dev.handoff.defects.SharedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies of each scenario of Shop, 200 or more in all, with 64 under way at any time: without a defect none is red, and
 * under defects always those that name their handoffs. {@code -Dhandoff.test.many-runs=20} and {@code
 * -Dhandoff.test.many-runs-with-defects=3} say how often; not by default, since it is the machine that is tried, too.
 */
class ManyScenariosTest {

    private static final int SCENARIOS = Features.scenarios().size();
    private static final int COPIES = Math.max(2, 200 / SCENARIOS + 1);
    private static final int CLEAN_RUNS = Integer.getInteger("handoff.test.many-runs", 0);
    private static final int RUNS_WITH_DEFECTS = Integer.getInteger("handoff.test.many-runs-with-defects", 0);
    private static final Path FEATURES = Path.of("src/test/resources/features");

    @TempDir
    private static Path folder;

    @TestFactory
    @EnabledIfSystemProperty(named = "handoff.test.many-runs", matches = "\\d+")
    Stream<DynamicTest> none_is_red_by_chance() {
        return IntStream.rangeClosed(1, CLEAN_RUNS)
                .mapToObj(run -> DynamicTest.dynamicTest("no defect, run " + run, () -> {
                    SpecRun finished = run("clean-" + run, "");
                    assertThat(finished.red()).as(finished.output()).isEmpty();
                    assertThat(finished.unjudged()).as(finished.output()).isEmpty();
                    assertThat(finished.exitCode()).isZero();
                    assertThat(finished.scenarios()).isEqualTo(SCENARIOS * COPIES);
                    assertThat(finished.judgedOtherwise()).isEmpty();
                }));
    }

    @TestFactory
    @EnabledIfSystemProperty(named = "handoff.test.many-runs-with-defects", matches = "\\d+")
    Stream<DynamicTest> the_same_are_red_each_time() {
        return SharedRuns.of(Catalogue.read(), "").stream()
                .flatMap(together -> IntStream.rangeClosed(1, RUNS_WITH_DEFECTS)
                        .mapToObj(run -> DynamicTest.dynamicTest(names(together, " + ") + ", run " + run, () -> {
                            SpecRun finished = run(
                                    together.get(0).name() + "-" + run, "--defect " + names(together, " --defect "));
                            Map<String, String> red = new TreeMap<>();
                            together.forEach(defect -> red.putAll(defect.red()));
                            Map<String, String> came = new TreeMap<>(finished.red());
                            came.putAll(finished.unjudged());
                            assertThat(came).as(finished.output()).isEqualTo(copies(red));
                            assertThat(finished.judgedOtherwise()).isEmpty();
                        })));
    }

    private static String names(List<KnownDefect> together, String between) {
        return together.stream().map(KnownDefect::name).collect(Collectors.joining(between));
    }

    private static SpecRun run(String name, String shopArguments) throws IOException {
        Path features = Files.createDirectories(folder.resolve(name).resolve("features"));
        try (Stream<Path> files = Files.list(FEATURES)) {
            for (Path file : files.toList()) {
                Files.write(features.resolve(file.getFileName()), copied(Files.readAllLines(file)));
            }
        }
        return SpecRun.of(
                folder.resolve(name),
                Map.of("SHOP_ARGS", shopArguments),
                Map.of("handoff.scenarios-at-once", "64"),
                features.toString());
    }

    /** What stands before the first scenario once, and the scenarios again and again, numbered. */
    private static List<String> copied(List<String> feature) {
        int first = IntStream.range(0, feature.size())
                .filter(line -> feature.get(line).strip().matches("Scenario( Outline)?:.*"))
                .findFirst()
                .orElseThrow();
        int from = feature.get(first - 1).strip().startsWith("@") ? first - 1 : first;
        Stream<String> scenarios = IntStream.rangeClosed(1, COPIES)
                .boxed()
                .flatMap(copy -> feature.subList(from, feature.size()).stream()
                        .map(line -> line.strip().matches("Scenario( Outline)?:.*") ? numbered(line, copy) : line));
        return Stream.concat(feature.subList(0, from).stream(), scenarios).toList();
    }

    private static Map<String, String> copies(Map<String, String> red) {
        Map<String, String> copies = new TreeMap<>();
        red.forEach((scenario, finding) ->
                IntStream.rangeClosed(1, COPIES).forEach(copy -> copies.put(numbered(scenario, copy), finding)));
        return copies;
    }

    private static String numbered(String name, int copy) {
        return name + " (" + copy + ")";
    }
}
