package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twelve copies of each scenario of Shop, 204, with 64 under way at any time: without a defect none is red, and under a
 * defect always those that name its handoff. {@code -Dhandoff.test.many-runs=20} and {@code
 * -Dhandoff.test.many-runs-with-defects=3} say how often; not by
 * default, since it is the machine that is tried, too.
 */
class ManyScenariosTest {

    private static final int COPIES = 12;
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
                    assertThat(finished.exitCode()).isZero();
                    assertThat(finished.scenarios()).isEqualTo(17 * COPIES);
                    assertThat(finished.judgedOtherwise()).isEmpty();
                }));
    }

    @TestFactory
    @EnabledIfSystemProperty(named = "handoff.test.many-runs-with-defects", matches = "\\d+")
    Stream<DynamicTest> the_same_are_red_each_time() {
        return DefectsTest.RED_UNDER.entrySet().stream().flatMap(defect -> IntStream.rangeClosed(1, RUNS_WITH_DEFECTS)
                .mapToObj(run -> DynamicTest.dynamicTest(defect.getKey() + ", run " + run, () -> {
                    SpecRun finished = run(defect.getKey() + "-" + run, "--defect " + defect.getKey());
                    assertThat(finished.red()).as(finished.output()).isEqualTo(copies(defect.getValue()));
                    assertThat(finished.judgedOtherwise()).isEmpty();
                })));
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
                .filter(line -> feature.get(line).strip().startsWith("Scenario:"))
                .findFirst()
                .orElseThrow();
        int from = feature.get(first - 1).strip().startsWith("@") ? first - 1 : first;
        Stream<String> scenarios = IntStream.rangeClosed(1, COPIES)
                .boxed()
                .flatMap(copy -> feature.subList(from, feature.size()).stream()
                        .map(line -> line.strip().startsWith("Scenario:") ? numbered(line, copy) : line));
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
