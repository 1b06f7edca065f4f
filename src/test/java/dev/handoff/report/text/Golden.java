package dev.handoff.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares whole texts with files; a text that differs is left in {@code target/golden}, to be read and taken over. */
public final class Golden {

    private Golden() {}

    static void assertIs(String name, String text) {
        assertIs(Golden.class, name + ".txt", text + "\n");
    }

    /**
     * Compares a text with a file.
     *
     * @param beside a class of the package in which the file lies
     */
    public static void assertIs(Class<?> beside, String name, String text) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            String expected = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            if (!expected.equals(text)) {
                Path actual = Path.of("target", "golden", name);
                Files.createDirectories(actual.getParent());
                Files.writeString(actual, text);
            }
            assertThat(text).as(name).isEqualTo(expected);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
