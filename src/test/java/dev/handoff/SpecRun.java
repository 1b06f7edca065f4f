package dev.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.defects.KnownDefect;
import dev.handoff.expectation.FailureKind;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.recording.Judged;
import dev.handoff.recording.Recording;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The features, run in a JVM of their own as a user's would be, and what that JVM left behind.
 *
 * @param red the scenarios that are not met, each with the findings of what was not met first
 * @param unjudged the scenarios that failed without such a verdict, each with the first line of its message
 * @param judgedOtherwise the recorded expectations of which the recording gives another verdict than the run gave
 */
record SpecRun(
        int exitCode,
        String output,
        Map<String, String> red,
        Map<String, String> unjudged,
        int scenarios,
        List<Judged> judgedOtherwise) {

    /** Where the systems of the runs come from, so that defects can be tried in another environment. */
    private static final String ENVIRONMENT = System.getProperty("handoff.test.environment", "embedded");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs all features. */
    static SpecRun of(Path folder, Map<String, String> environment) {
        return of(folder, environment, Map.of(), "src/test/resources/features");
    }

    /** Runs some features under further system properties. */
    static SpecRun of(Path folder, Map<String, String> environment, Map<String, String> properties, String features) {
        return of(folder, environment, properties, features, List.of());
    }

    /** The same with more on the class path. */
    static SpecRun of(
            Path folder,
            Map<String, String> environment,
            Map<String, String> properties,
            String features,
            List<Path> classes) {
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("output.txt");
            Process process = started(folder, environment, properties, features, classes, log);
            int exitCode = process.waitFor();
            String output = Files.readString(log);
            Path runs = folder.resolve("runs");
            if (!Files.exists(runs)) {
                return new SpecRun(exitCode, output, Map.of(), Map.of(), 0, List.of());
            }
            try (Stream<Path> all = Files.list(runs)) {
                return read(exitCode, output, all.findFirst().orElseThrow(), folder.resolve("allure-results"));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Process started(
            Path folder,
            Map<String, String> environment,
            Map<String, String> properties,
            String features,
            List<Path> classes,
            Path log)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dhandoff.runs=" + folder.resolve("runs"),
                "-Dallure.results.directory=" + folder.resolve("allure-results")));
        if (!properties.containsKey("handoff.environment")) {
            command.add("-Dhandoff.environment=" + ENVIRONMENT);
        }
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                Stream.concat(classes.stream().map(Path::toString), Stream.of(classPath()))
                        .collect(Collectors.joining(File.pathSeparator)),
                SpecsMain.class.getName(),
                features));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** That of this JVM. */
    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static SpecRun read(int exitCode, String output, Path run, Path results) throws IOException {
        Recording recording = Recording.read(run);
        Map<String, String> names = recording.entries().stream()
                .filter(ScenarioStarted.class::isInstance)
                .map(ScenarioStarted.class::cast)
                .collect(Collectors.toMap(ScenarioStarted::scenario, ScenarioStarted::name));
        Map<String, String> red = new TreeMap<>();
        for (Judged judged : recording.judged()) {
            if (judged.verdict().outcome() != Outcome.MET) {
                red.putIfAbsent(
                        names.get(judged.scenario()),
                        judged.verdict().findings().stream()
                                .map(finding -> finding.kind().words() + ": " + finding.subject())
                                .collect(Collectors.joining("; ")));
            }
        }
        List<Judged> otherwise = recording.judged().stream()
                .filter(judged -> !Judge.judge(
                                judged.expectation(), recording.snapshot(judged.scenario(), judged.look()))
                        .equals(judged.verdict()))
                .toList();
        Map<String, String> unjudged = failed(results);
        unjudged.keySet().removeAll(red.keySet());
        return new SpecRun(exitCode, output, red, unjudged, names.size(), otherwise);
    }

    /**
     * Every scenario that did not pass, with its findings: those of what is not met, or of what a step could not find that
     * goes on with it. One that something else kept from going on has none.
     */
    Map<String, String> failed() {
        Map<String, String> failed = new TreeMap<>(red);
        unjudged.forEach(
                (scenario, message) -> failed.put(scenario, isFinding(message) ? message : KnownDefect.CANNOT_GO_ON));
        return failed;
    }

    private static boolean isFinding(String message) {
        return Arrays.stream(FailureKind.values()).anyMatch(kind -> message.startsWith(kind.words() + ": "));
    }

    /** The scenarios that the report shows as failed or broken. */
    private static Map<String, String> failed(Path results) throws IOException {
        Map<String, String> failed = new TreeMap<>();
        if (!Files.exists(results)) {
            return failed;
        }
        try (Stream<Path> files = Files.list(results)) {
            for (Path file : files.filter(name -> name.toString().endsWith("-result.json"))
                    .toList()) {
                JsonNode result = JSON.readTree(file.toFile());
                if (Set.of("failed", "broken").contains(result.path("status").asText())) {
                    failed.put(
                            result.path("name").asText(),
                            result.at("/statusDetails/message")
                                    .asText()
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
                }
            }
        }
        return failed;
    }
}
