package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFeaturesTest {

    private static final String FEATURE = """
            Feature: %s

              Scenario: first
                Then nothing else happens

              Scenario Outline: second
                Then nothing else happens

                Examples:
                  | n |
                  | 1 |
                  | 2 |
            """;

    @TempDir
    private Path folder;

    @Test
    void every_scenario_and_row_below_the_folder_counts() throws IOException {
        Files.writeString(folder.resolve("refunds.feature"), FEATURE.formatted("Refunds"));
        Files.writeString(
                Files.createDirectory(folder.resolve("growth")).resolve("signup.feature"),
                FEATURE.formatted("Trial signup"));
        Files.writeString(folder.resolve("notes.txt"), "no feature");

        assertThat(ProjectFeatures.scenarios(folder))
                .extracting(scenario -> scenario.title() + ": " + scenario.name())
                .containsExactly(
                        "Trial signup: first",
                        "Trial signup: second",
                        "Trial signup: second",
                        "Refunds: first",
                        "Refunds: second",
                        "Refunds: second");
    }

    @Test
    void a_project_may_keep_its_features_elsewhere() {
        assertThat(ProjectFeatures.scenarios(folder.resolve("nowhere"))).isEmpty();
    }
}
