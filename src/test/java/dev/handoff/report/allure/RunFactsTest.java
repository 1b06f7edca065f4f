package dev.handoff.report.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFactsTest {

    @TempDir
    Path folder;

    @Test
    void factsAreWrittenInTheirOrderWithoutADate() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("environment", "embedded");
        facts.put("application", "http://127.0.0.1:8080");
        facts.put("Java", "17.0.15");
        RunFacts.write(folder, "nightly 12", facts);
        assertThat(folder.resolve("environment.properties")).hasContent("""
                        environment=embedded
                        application=http\\://127.0.0.1\\:8080
                        Java=17.0.15
                        """);
    }

    @Test
    void namesAndValuesOfAnyKindComeBackAsTheyWere() throws IOException {
        Map<String, String> facts = Map.of(
                "#hash key", " leading, = and : and \\",
                "größe", "zwei\nZeilen – ✓",
                "empty", "");
        RunFacts.write(folder, "run", facts);
        Properties read = new Properties();
        try (InputStream file = Files.newInputStream(folder.resolve("environment.properties"))) {
            read.load(file);
        }
        assertThat(read).isEqualTo(facts);
    }

    @Test
    void theRunIsTheBuildOfTheExecutor() throws IOException {
        RunFacts.write(folder, "nightly \"12\"", Map.of());
        assertThat(new ObjectMapper().readTree(folder.resolve("executor.json").toFile()))
                .isEqualTo(new ObjectMapper()
                        .valueToTree(Map.of("name", "Handoff", "type", "handoff", "buildName", "nightly \"12\"")));
    }

    @Test
    void theFolderIsMadeAndAnEarlierRunIsOverwritten() throws IOException {
        Path results = folder.resolve("target/allure-results");
        RunFacts.write(results, "first", Map.of("environment", "containers"));
        RunFacts.write(results, "second", Map.of("environment", "embedded"));
        assertThat(results.resolve("environment.properties")).hasContent("environment=embedded\n");
        assertThat(results.resolve("executor.json"))
                .content()
                .contains("second")
                .doesNotContain("first");
    }
}
