package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario that could not fail is red before anything of it has run, in a dry run too. */
class CannotFailTest {

    private static final String FEATURES = "src/test/resources/dev/handoff/cannotfail";
    private static final String DRY_RUN = "cucumber.execution.dry-run";
    private static final String NAMED = "cucumber.filter.name";

    @TempDir
    private Path folder;

    @Test
    void a_run_lists_all_of_them_first_and_carries_out_the_others() throws IOException {
        SpecRun run = SpecRun.of(folder, Map.of(), Map.of(), FEATURES);

        assertAllAreFound(run);
        assertThat(run.scenarios()).isEqualTo(2);
        assertThat(run.red()).isEmpty();
        assertThat(resultsForTheReport()).hasSize(6);
        assertThat(run.output())
                .contains("what nobody specifies is not told")
                .contains("Scenarios that could not fail 6 of 6")
                .contains("4 scenarios did not pass");
    }

    @Test
    void a_dry_run_finds_the_same_and_starts_nothing() throws IOException {
        SpecRun run = SpecRun.of(folder, Map.of(), Map.of(DRY_RUN, "true"), FEATURES);

        assertAllAreFound(run);
        assertThat(folder.resolve("runs")).doesNotExist();
        assertThat(resultsForTheReport()).hasSize(6);
    }

    @Test
    void a_dry_run_of_good_scenarios_is_green() {
        SpecRun run = SpecRun.of(folder, Map.of(), Map.of(DRY_RUN, "true", NAMED, "nothing is wrong.*"), FEATURES);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).doesNotContain("could not prove anything");
    }

    @Test
    void a_dry_run_names_the_nearest_sentence_too() {
        SpecRun run = SpecRun.of(folder, Map.of(), Map.of(DRY_RUN, "true"), "src/test/resources/dev/handoff/misuse");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("\"provider refnd\" is no effect of the vocabulary; did you mean \"provider refund\"?")
                .contains("nearest: the customer requests a refund of {money}")
                .doesNotContain("\tat ");
    }

    @Test
    void nothing_is_started_when_no_scenario_is_left() {
        SpecRun run = SpecRun.of(folder, Map.of(), Map.of(NAMED, "nothing is stated"), FEATURES);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output())
                .contains("1 of 1 scenario could not prove anything")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    private static void assertAllAreFound(SpecRun run) throws IOException {
        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.output())
                .startsWith(Files.readString(Path.of("src/test/resources/dev/handoff/cannot-fail.txt")))
                .contains("Failures (4):")
                .doesNotContain("\tat ");
    }

    private List<Path> resultsForTheReport() throws IOException {
        try (Stream<Path> results = Files.list(folder.resolve("allure-results"))) {
            return results.filter(file -> file.toString().endsWith("-result.json"))
                    .filter(CannotFailTest::isOfAScenario)
                    .toList();
        }
    }

    private static boolean isOfAScenario(Path result) {
        try {
            return !Files.readString(result).contains("\"The whole run\"");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
