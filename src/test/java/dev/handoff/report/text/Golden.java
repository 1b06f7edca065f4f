package dev.handoff.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares whole texts with files; a text that differs is left in {@code target/golden}, to be read and taken over. */
final class Golden {

    private Golden() {}

    static void assertIs(String name, String text) {
        try (InputStream file = Golden.class.getResourceAsStream(name + ".txt")) {
            String expected = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            if (!expected.equals(text + "\n")) {
                Path actual = Path.of("target", "golden", name + ".txt");
                Files.createDirectories(actual.getParent());
                Files.writeString(actual, text + "\n");
            }
            assertThat(text + "\n").as(name + ".txt").isEqualTo(expected);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
