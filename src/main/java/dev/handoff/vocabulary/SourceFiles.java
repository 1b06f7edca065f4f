package dev.handoff.vocabulary;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the files of a vocabulary and reads them. */
final class SourceFiles {

    private static final String OVERLAY = "handoff-";

    private SourceFiles() {}

    /** A file itself; of a folder, its YAML files in the order of their names, overlays left out. */
    static List<Path> in(Path fileOrFolder, Problems problems) {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> children = Files.list(fileOrFolder)) {
            List<Path> files = children.filter(SourceFiles::isPart)
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
            if (files.isEmpty()) {
                problems.add(
                        new Place(name(fileOrFolder), 1, 1), "this folder holds no file whose name ends with .yaml");
            }
            return files;
        } catch (IOException unreadable) {
            problems.add(new Place(name(fileOrFolder), 1, 1), "this folder cannot be read: " + unreadable.getMessage());
            return List.of();
        }
    }

    /** The tree of a file, or nothing if it has none; then the reason is among the problems. */
    static Optional<Node> read(Path file, Problems problems) {
        Place start = new Place(name(file), 1, 1);
        try {
            if (Files.size(file) > 4L * YamlTree.MOST_CHARACTERS) {
                problems.add(start, "the file is longer than " + YamlTree.MOST_CHARACTERS + " characters; split it up");
                return Optional.empty();
            }
            return YamlTree.read(name(file), Files.readString(file), problems);
        } catch (CharacterCodingException notUtf8) {
            problems.add(start, "the file is not UTF-8; save it as UTF-8");
        } catch (IOException unreadable) {
            problems.add(
                    start,
                    Files.exists(file)
                            ? "the file cannot be read: " + unreadable.getMessage()
                            : "there is no such file; a vocabulary is a file handoff.yaml or a folder handoff/");
        }
        return Optional.empty();
    }

    /** As the user would name it: relative to the working folder where it lies below it. */
    static String name(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path here = Path.of("").toAbsolutePath();
        Path named = absolute.startsWith(here) ? here.relativize(absolute) : absolute;
        return named.toString().replace('\\', '/');
    }

    private static boolean isPart(Path path) {
        String name = path.getFileName().toString();
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return yaml && !name.startsWith(OVERLAY) && !name.startsWith(".") && Files.isRegularFile(path);
    }
}
