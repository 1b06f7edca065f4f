package dev.handoff.defects;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Pickle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios of the features. */
public final class Features {

    private static final Path FOLDER = Path.of("src/test/resources/features");

    private Features() {}

    /** The name of every scenario and row of examples, in the order of the files. */
    public static List<String> scenarios() {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".feature"))
                    .sorted()
                    .toList()) {
                GherkinParser.builder()
                        .includeSource(false)
                        .includeGherkinDocument(false)
                        .build()
                        .parse(file)
                        .flatMap(envelope -> envelope.getPickle().stream())
                        .map(Pickle::getName)
                        .forEach(names::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }
}
