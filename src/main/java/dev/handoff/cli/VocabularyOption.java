package dev.handoff.cli;

import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which vocabulary a command is about. */
final class VocabularyOption {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    @Option(
            names = "--vocabulary",
            paramLabel = "PATH",
            description = "The vocabulary, a file or a folder; src/test/resources/handoff.yaml or the folder handoff"
                    + " beside it unless said.")
    private Path path;

    /** What was named, if anything was. */
    Optional<Vocabulary> named() {
        return Optional.ofNullable(path).map(VocabularyOption::read);
    }

    /** What was named, or lies where it usually does. */
    Vocabulary read() {
        return named().orElseGet(() -> read(List.of("handoff.yaml", "handoff").stream()
                .map(RESOURCES::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() ->
                        new CannotDo("there is no vocabulary in " + RESOURCES + "; name it with" + " --vocabulary"))));
    }

    private static Vocabulary read(Path path) {
        if (!Files.exists(path)) {
            throw new CannotDo("there is no vocabulary at " + path);
        }
        return VocabularyReader.read(path, System.getenv());
    }
}
