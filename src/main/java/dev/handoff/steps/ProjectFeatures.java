package dev.handoff.steps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every feature of the project, whether or not it was selected for this run: {@code src/test/resources/features}. */
final class ProjectFeatures {

    private static final Path FOLDER = Path.of("src", "test", "resources", "features");

    private ProjectFeatures() {}

    /** Their scenarios; none if the project keeps its features elsewhere. */
    static Stream<ScenarioText> scenarios() {
        return scenarios(FOLDER);
    }

    static Stream<ScenarioText> scenarios(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        List<ScenarioText> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".feature"))
                    .sorted()
                    .toList()) {
                scenarios.addAll(FeatureText.read(file.toString(), Files.readString(file))
                        .values());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return scenarios.stream();
    }
}
