package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/add-a-workflow.md} to the letter: its blocks are pasted where it says, and the scenarios pass. */
class AddAWorkflowTest {

    private static final String SECTION = "## %d\\..*?```%s\n(.*?)```";

    @TempDir
    private Path folder;

    @Test
    void an_action_an_effect_and_a_scenario_are_added_without_java() throws IOException {
        String page = Files.readString(Path.of("docs/add-a-workflow.md"));
        ShopWords words = ShopWords.copiedTo(folder).and("lookups.yaml", List.of(block(page, 1, "yaml")));
        Path features = Files.createDirectory(folder.resolve("features"));
        Files.writeString(features.resolve("lookups.feature"), block(page, 2, "gherkin"));

        SpecRun run = SpecRun.of(
                folder.resolve("run"), Map.of(), Map.of("handoff.vocabulary", words.toString()), features.toString());

        assertThat(run.red()).as(run.output()).isEmpty();
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.scenarios()).isEqualTo(2);
    }

    private static String block(String page, int section, String language) {
        Matcher block = Pattern.compile(SECTION.formatted(section, language), Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find())
                .as("section %d has a block of %s", section, language)
                .isTrue();
        return block.group(1);
    }
}
