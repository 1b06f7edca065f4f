package dev.handoff.steps;

import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What can be set from outside: {@code -Dhandoff.environment} ({@code embedded}), {@code -Dhandoff.listen} (an address; loopback), {@code -Dhandoff.vocabulary} (the file
 * or folder; {@code src/test/resources/handoff.yaml}, the folder {@code handoff} beside it, or either on the class path),
 * {@code -Dhandoff.overlay} (the file that is laid over it; the one that is named for the environment)
 * and {@code -Dhandoff.runs} ({@code target/handoff}).
 */
final class Settings {

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final List<String> VOCABULARIES = List.of("handoff.yaml", "handoff");

    private Settings() {}

    static Optional<String> listen() {
        return Optional.ofNullable(System.getProperty("handoff.listen")).filter(address -> !address.isBlank());
    }

    static String environment() {
        return System.getProperty("handoff.environment", "embedded");
    }

    static Path runs() {
        return Path.of(System.getProperty("handoff.runs", "target/handoff"));
    }

    static Vocabulary readVocabulary() {
        Path vocabulary = vocabularyPath();
        return VocabularyReader.read(List.of(vocabulary), overlay(vocabulary), System.getenv());
    }

    private static Optional<Path> overlay(Path vocabulary) {
        String named = System.getProperty("handoff.overlay");
        if (named == null) {
            return OverlayFile.of(vocabulary, environment());
        }
        if (!Files.isRegularFile(Path.of(named))) {
            throw new CannotStart("there is no overlay at " + named + ", where -Dhandoff.overlay points");
        }
        return Optional.of(Path.of(named));
    }

    private static Path vocabularyPath() {
        String named = System.getProperty("handoff.vocabulary");
        if (named != null) {
            Path path = Path.of(named);
            if (!Files.exists(path)) {
                throw new CannotStart("there is no vocabulary at " + path + ", where -Dhandoff.vocabulary points");
            }
            return path;
        }
        for (String name : VOCABULARIES) {
            if (Files.exists(RESOURCES.resolve(name))) {
                return RESOURCES.resolve(name);
            }
        }
        return onClassPath()
                .orElseThrow(() -> new CannotStart("there is no vocabulary: write " + RESOURCES.resolve("handoff.yaml")
                        + ", or say with -Dhandoff.vocabulary where it is"));
    }

    private static Optional<Path> onClassPath() {
        return VOCABULARIES.stream().flatMap(name -> onClassPath(name).stream()).findFirst();
    }

    private static Optional<Path> onClassPath(String name) {
        URL found = Thread.currentThread().getContextClassLoader().getResource(name);
        try {
            return found != null && found.getProtocol().equals("file")
                    ? Optional.of(Path.of(found.toURI()))
                    : Optional.empty();
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }
}
