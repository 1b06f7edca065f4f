package dev.handoff.report.allure;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.qameta.allure.util.PropertiesUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The facts of a run beside its results: what it ran against, and what it was called. */
public final class RunFacts {

    private RunFacts() {}

    /** The folder that Allure writes to in this JVM, as {@code allure.results.directory} says. */
    public static Path resultsFolder() {
        return Path.of(
                PropertiesUtils.loadAllureProperties().getProperty("allure.results.directory", "allure-results"));
    }

    /**
     * Writes {@code environment.properties} and {@code executor.json}. Both are overwritten, and the folder is made if need be.
     *
     * @param results where Allure writes its results
     * @param run the name of the run; the report shows it as the name of the build
     * @param facts shown on the report's front page in the order of the map; masked by the caller
     * @throws IOException when a file can't be written
     */
    public static void write(Path results, String run, Map<String, String> facts) throws IOException {
        Files.createDirectories(results);
        Files.writeString(
                results.resolve("environment.properties"),
                facts.entrySet().stream()
                        .map(fact -> property(fact.getKey(), fact.getValue()))
                        .collect(Collectors.joining()),
                StandardCharsets.ISO_8859_1);

        Map<String, String> executor = new LinkedHashMap<>();
        executor.put("name", "Handoff");
        executor.put("type", "handoff");
        executor.put("buildName", run);
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        new ObjectMapper()
                .writer(lines)
                .writeValue(results.resolve("executor.json").toFile(), executor);
    }

    /** One escaped line. {@link Properties} by itself would lose the order and put the date on top. */
    private static String property(String name, String value) {
        Properties one = new Properties();
        one.setProperty(name, value);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            one.store(text, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
