package dev.handoff.steps;

import dev.handoff.run.RunSettings;
import dev.handoff.vocabulary.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds {@code handoff-<environment>.yaml} beside a vocabulary, or in its folder. */
final class OverlayFile {

    private static final Pattern NAME = Pattern.compile("handoff-([^.]+)(\\.ya?ml)?");

    private OverlayFile() {}

    /**
     * The overlay of an environment, if there is one.
     *
     * @throws CannotStart when there are several, when it is a folder, or when the name of another is misspelt
     */
    static Optional<Path> of(Path vocabulary, String environment) {
        List<Path> all = Stream.of(vocabulary.toAbsolutePath().getParent(), vocabulary)
                .filter(Files::isDirectory)
                .flatMap(folder -> in(folder).stream())
                .filter(file -> !file.equals(vocabulary.toAbsolutePath()))
                .toList();
        all.forEach(OverlayFile::refuseMisspelt);
        List<Path> own = all.stream()
                .filter(file -> environment(file).equals(environment))
                .toList();
        if (own.size() > 1) {
            throw new CannotStart(
                    "an environment has one overlay, and " + environment + " has " + own.get(0) + " and " + own.get(1));
        }
        return own.stream().findFirst();
    }

    private static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(name(file)).matches())
                    .filter(file -> !Files.isDirectory(file) == isYaml(file))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    private static void refuseMisspelt(Path file) {
        String environment = environment(file);
        List<String> known = RunSettings.ENVIRONMENTS;
        if (!known.contains(environment) && Nearest.to(environment, known).isPresent()) {
            throw new CannotStart(file + " is the overlay of no environment" + Nearest.hint(environment, known)
                    + " Known: " + String.join(", ", known));
        }
        if (known.contains(environment) && !isYaml(file)) {
            throw new CannotStart("an overlay is one file, " + name(file) + ".yaml, and " + file + " is a folder");
        }
    }

    private static boolean isYaml(Path file) {
        return name(file).contains(".");
    }

    private static String environment(Path file) {
        Matcher matcher = NAME.matcher(name(file));
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
