package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of Shop's vocabulary, in which a test may change what it likes. */
record ShopWords(Path folder) {

    private static final Path OWN = Path.of("src/test/resources/handoff");

    static ShopWords copiedTo(Path place) throws IOException {
        Path copy = Files.createDirectory(place.resolve("handoff"));
        try (Stream<Path> files = Files.list(OWN)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return new ShopWords(copy);
    }

    ShopWords with(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String yaml = Files.readString(path);
        assertThat(yaml).contains(from);
        Files.writeString(path, yaml.replace(from, to));
        return this;
    }

    ShopWords and(String file, List<String> lines) throws IOException {
        Files.write(folder.resolve(file), lines);
        return this;
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
