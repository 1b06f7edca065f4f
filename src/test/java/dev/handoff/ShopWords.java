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
    private static final Path CONTRACTS = Path.of("src/test/resources/contracts");

    static ShopWords copiedTo(Path place) throws IOException {
        copy(CONTRACTS, place.resolve("contracts"));
        return new ShopWords(copy(OWN, place.resolve("handoff")));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
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
