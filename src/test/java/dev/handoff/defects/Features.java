package dev.handoff.defects;

import io.cucumber.gherkin.GherkinParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scenarios of the features. */
public final class Features {

    private static final Path FOLDER = Path.of("src/test/resources/features");

    private Features() {}

    /** The name of every scenario and row of examples, in the order of the files. */
    public static List<String> scenarios() {
        return all().map(Map.Entry::getKey).toList();
    }

    /** The file of each scenario, by its name. */
    public static Map<String, String> files() {
        return all().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private static Stream<Map.Entry<String, String>> all() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
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
                        .forEach(pickle -> all.add(Map.entry(pickle.getName(), file.toString())));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all.stream();
    }
}
