package dev.handoff.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.run.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What is said from outside counts; what is not has a default. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SettingsTest {

    private static final List<String> NAMES =
            List.of("handoff.environment", "handoff.vocabulary", "handoff.overlay", "handoff.runs");
    private static final Path OWN = Path.of("src/test/resources/dev/handoff/vocabulary/one-file.yaml");

    private final Map<String, String> before = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        NAMES.forEach(name -> before.put(name, System.clearProperty(name)));
    }

    @AfterEach
    void restore() {
        NAMES.forEach(name -> {
            if (before.get(name) == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, before.get(name));
            }
        });
    }

    private Path vocabulary(String file) throws IOException {
        Path written = Files.copy(OWN, folder.resolve(file));
        System.setProperty("handoff.vocabulary", written.toString());
        return written;
    }

    @Test
    void unless_said_the_environment_is_embedded_and_runs_go_to_target() {
        assertThat(Settings.environment()).isEqualTo("embedded");
        assertThat(Settings.runs()).isEqualTo(Path.of("target/handoff"));
    }

    @Test
    void both_can_be_said() {
        System.setProperty("handoff.environment", "external");
        System.setProperty("handoff.runs", "elsewhere");

        assertThat(Settings.environment()).isEqualTo("external");
        assertThat(Settings.runs()).isEqualTo(Path.of("elsewhere"));
    }

    @Test
    void unless_said_the_vocabulary_is_that_of_the_test_resources() {
        assertThat(Settings.readVocabulary().systems()).containsKey("payments");
    }

    @Test
    void the_vocabulary_is_where_it_is_said_to_be() throws IOException {
        Path written = vocabulary("words.yaml");
        Files.writeString(
                written,
                Files.readString(written)
                        .replace("  support:\n", "  helpdesk:\n")
                        .replace("systems.support.", "systems.helpdesk."));

        assertThat(Settings.readVocabulary().systems()).containsKey("helpdesk").doesNotContainKey("support");
    }

    @Test
    void a_vocabulary_that_is_not_where_it_is_said_to_be_is_an_error() {
        Path missing = folder.resolve("missing.yaml");
        System.setProperty("handoff.vocabulary", missing.toString());

        assertThatThrownBy(Settings::readVocabulary)
                .isInstanceOf(CannotStart.class)
                .hasMessage("there is no vocabulary at " + missing + ", where -Dhandoff.vocabulary points");
    }

    @Test
    void an_overlay_beside_the_vocabulary_counts_in_its_environment_only() throws IOException {
        vocabulary("words.yaml");
        Files.writeString(folder.resolve("handoff-external.yaml"), "defaults: { quiet: 7s }\n");

        assertThat(Settings.readVocabulary().defaults().quiet()).hasSeconds(1);
        System.setProperty("handoff.environment", "external");
        assertThat(Settings.readVocabulary().defaults().quiet()).hasSeconds(7);
    }

    @Test
    void an_overlay_that_is_named_counts_instead_of_the_environment_s_own() throws IOException {
        vocabulary("handoff.yaml");
        Files.writeString(folder.resolve("handoff-embedded.yaml"), "application: { url: http://embedded }");
        Path named = Files.writeString(folder.resolve("handoff-mine.yaml"), "application: { url: http://mine }");
        System.setProperty("handoff.overlay", named.toString());

        assertThat(Settings.readVocabulary().application().url().source()).isEqualTo("http://mine");
    }

    @Test
    void an_overlay_that_is_not_where_it_is_said_to_be_is_an_error() throws IOException {
        vocabulary("handoff.yaml");
        System.setProperty("handoff.overlay", "no/such.yaml");

        assertThatThrownBy(Settings::readVocabulary)
                .hasMessage("there is no overlay at no/such.yaml, where -Dhandoff.overlay points");
    }

    @Test
    void an_overlay_may_lie_in_the_folder_of_the_vocabulary_and_end_with_yml() throws IOException {
        vocabulary("words.yaml");
        System.setProperty("handoff.vocabulary", folder.toString());
        System.setProperty("handoff.environment", "external");
        Files.writeString(folder.resolve("handoff-external.yml"), "defaults: { quiet: 7s }\n");

        assertThat(Settings.readVocabulary().defaults().quiet()).hasSeconds(7);
    }

    @Test
    void two_overlays_of_one_environment_are_an_error() throws IOException {
        vocabulary("words.yaml");
        System.setProperty("handoff.environment", "external");
        Path one = Files.writeString(folder.resolve("handoff-external.yaml"), "defaults: { quiet: 7s }\n");
        Path other = Files.writeString(folder.resolve("handoff-external.yml"), "defaults: { quiet: 8s }\n");

        assertThatThrownBy(Settings::readVocabulary)
                .isInstanceOf(CannotStart.class)
                .hasMessage("an environment has one overlay, and external has " + one + " and " + other);
    }

    @Test
    void an_overlay_whose_environment_is_misspelt_is_an_error_whatever_the_environment() throws IOException {
        vocabulary("words.yaml");
        Path misspelt = Files.writeString(folder.resolve("handoff-embeded.yaml"), "defaults: { quiet: 7s }\n");

        assertThatThrownBy(Settings::readVocabulary)
                .isInstanceOf(CannotStart.class)
                .hasMessage(misspelt + " is the overlay of no environment; did you mean \"embedded\"? Known: "
                        + String.join(", ", RunSettings.ENVIRONMENTS));
    }

    @Test
    void an_overlay_that_is_a_folder_is_an_error() throws IOException {
        vocabulary("words.yaml");
        Path overlay = Files.createDirectory(folder.resolve("handoff-embedded"));

        assertThatThrownBy(Settings::readVocabulary)
                .isInstanceOf(CannotStart.class)
                .hasMessage("an overlay is one file, handoff-embedded.yaml, and " + overlay + " is a folder");
    }

    @Test
    void a_file_that_only_begins_like_an_overlay_is_none() throws IOException {
        vocabulary("handoff-shop.yaml");
        Files.writeString(folder.resolve("handoff-billing.yaml"), "no: overlay\n");

        assertThat(Settings.readVocabulary().systems()).containsKey("payments");
    }
}
