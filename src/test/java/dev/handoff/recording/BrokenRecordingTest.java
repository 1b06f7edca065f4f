package dev.handoff.recording;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.journal.Entry;
import dev.handoff.journal.ScenarioEnded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a killed program, or a stranger, leaves in a run folder. */
class BrokenRecordingTest {

    private static final List<Entry> ENTRIES = List.of(
            new ScenarioEnded(1, Instant.EPOCH, "one"), new ScenarioEnded(2, Instant.EPOCH, "zw\u00f6lf \u20ac"));

    @TempDir
    Path runs;

    private Path folder;
    private Path journal;

    @BeforeEach
    void write() {
        try (RunFolder run = new RunFolder(runs, "run")) {
            ENTRIES.forEach(run::write);
        }
        folder = runs.resolve("run");
        journal = folder.resolve("journal.ndjson");
    }

    @Test
    void a_last_line_that_is_torn_anywhere_is_skipped_and_noticed() throws Exception {
        byte[] whole = Files.readAllBytes(journal);
        int lastLine = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('\n', whole.length - 2) + 1;

        for (int length = lastLine + 1; length < whole.length - 1; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));

            Recording recording = Recording.read(folder);

            assertThat(recording.entries()).as("cut at %d", length).isEqualTo(ENTRIES.subList(0, 1));
            assertThat(recording.notices()).containsExactly("journal.ndjson:3 is torn and was skipped");
        }
    }

    @Test
    void a_last_line_that_lacks_its_end_only_is_read() throws Exception {
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length - 1));

        assertThat(Recording.read(folder).entries()).isEqualTo(ENTRIES);
        assertThat(Recording.read(folder).notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"entry\":\"scen", "", "null", "7", "{\"entry\":\"from the future\"}", "{\"index\":1}"})
    void a_broken_line_in_the_middle_is_refused_by_its_place(String line) throws Exception {
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, List.of(lines.get(0), lines.get(1), line, lines.get(2)));

        assertThatThrownBy(() -> Recording.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(journal + ":3 is no entry");
    }

    @Test
    void a_middle_line_that_is_no_utf8_is_refused_by_its_place() throws Exception {
        byte[] whole = Files.readAllBytes(journal);
        whole[new String(whole, StandardCharsets.ISO_8859_1).indexOf("one")] = (byte) 0xC3;
        Files.write(journal, whole);

        assertThatThrownBy(() -> Recording.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(journal + ":2 is no entry");
    }

    @Test
    void a_last_line_that_ends_properly_was_not_torn_and_is_refused() throws Exception {
        Files.writeString(journal, "{\"entry\":\"from the future\",\"index\":3}\n", APPEND);

        assertThatThrownBy(() -> Recording.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(journal + ":4 is no entry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"handoff journal\",\"version\":2,\"run\":\"x\"}",
                "{\"format\":\"handoff expectations\",\"version\":1,\"run\":\"x\"}",
                "{\"entry\":\"scenario ended\"}",
                "null",
                "{\"for",
                "GIF89a"
            })
    void another_format_or_version_is_refused(String header) throws Exception {
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, List.of(header, lines.get(1), lines.get(2)));

        assertThatThrownBy(() -> Recording.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(journal.toString())
                .hasMessageContaining("not a handoff journal of version 1");
    }

    @Test
    void an_empty_or_missing_file_is_refused() throws Exception {
        Files.write(journal, new byte[0]);
        assertThatThrownBy(() -> Recording.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is empty");

        Files.delete(journal);
        assertThatThrownBy(() -> Recording.read(folder)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "abc", "0000000000000000000000000000000000000000000000000000000000000000"})
    void a_body_that_is_not_there_or_lies_elsewhere_is_refused_by_its_place(String name) throws Exception {
        Files.writeString(
                journal,
                "{\"entry\":\"exchanged\",\"index\":3,\"request\":{\"textSha256\":\"" + name + "\"}}\n"
                        + "{\"entry\":\"scenario ended\",\"index\":4}\n",
                APPEND);

        assertThatThrownBy(() -> Recording.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(journal + ":4 is no entry");
    }

    @Test
    void the_folder_of_a_run_is_never_written_twice() {
        assertThatThrownBy(() -> new RunFolder(runs, "run")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void what_a_killed_program_wrote_is_readable() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        runs.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(killed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(killed.waitFor()).as(said).isEqualTo(Killed.STATUS);

        Recording recording = Recording.read(runs.resolve("killed"));

        assertThat(recording.entries()).hasSize(Killed.ENTRIES).last().isEqualTo(Killed.entry(Killed.ENTRIES));
        assertThat(recording.notices()).isEmpty();
    }

    /** Writes a run folder and is gone, with nothing closed and no shutdown hook run. */
    static final class Killed {

        static final int STATUS = 37;
        static final int ENTRIES = 500;

        private Killed() {}

        public static void main(String[] arguments) {
            RunFolder folder = new RunFolder(Path.of(arguments[0]), "killed");
            for (int i = 1; i <= ENTRIES; i++) {
                folder.write(entry(i));
            }
            Runtime.getRuntime().halt(STATUS);
        }

        static Entry entry(int i) {
            return new ScenarioEnded(i, Instant.EPOCH, "scenario " + i);
        }
    }
}
