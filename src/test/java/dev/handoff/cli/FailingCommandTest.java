package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.recording.RunFolder;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command says when something goes wrong, and what it keeps to itself. */
class FailingCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void a_folder_that_cannot_be_written_is_told_in_a_sentence() throws IOException {
        Path run = run();
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(learn(run, file)).isEqualTo(Handoff.CANNOT);
        assertThat(err.toString().strip())
                .isEqualTo(file.resolve("payout.schema.json") + " cannot be written: " + file + " is no folder");
    }

    @Test
    void no_name_of_a_class_is_told_of_a_folder_that_cannot_be_made() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(learn(run(), file.resolve("below"))).isEqualTo(Handoff.CANNOT);
        assertThat(err.toString().strip())
                .startsWith(file.resolve("below/payout.schema.json") + " cannot be written: ")
                .doesNotContain("Exception")
                .doesNotContain("\n");
    }

    @Test
    void a_run_of_which_a_part_is_missing_is_told_in_a_sentence() throws IOException {
        Path run = run();
        Files.delete(run.resolve("expectations.ndjson"));

        assertThat(learn(run, folder)).isEqualTo(Handoff.CANNOT);
        assertThat(err.toString().strip())
                .isEqualTo(run + " cannot be read: there is no " + run.resolve("expectations.ndjson"));
    }

    @Test
    void a_mistake_of_handoff_is_one_line_that_names_the_file_with_the_trace() throws IOException {
        Writer broken = new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                throw new IllegalStateException("the paper is out\nand so is the ink");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        int exitCode = Handoff.run(
                new PrintWriter(broken), new PrintWriter(err), "contracts", "learn", "--run", run().toString());

        assertThat(exitCode).isEqualTo(Handoff.CANNOT);
        Matcher line = Pattern.compile("unexpected: java.lang.IllegalStateException: the paper is out;"
                        + " please report it with (\\S+-trace\\.txt)")
                .matcher(err.toString().strip());
        assertThat(line.matches()).as(err.toString()).isTrue();
        Path trace = Path.of(line.group(1));
        assertThat(Files.readString(trace)).contains("and so is the ink", "\tat " + LearnCommand.class.getName());
        Files.delete(trace);
    }

    @Test
    void no_library_writes_into_what_a_command_says() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPathWithoutTests(),
                        Handoff.class.getName(),
                        "contracts",
                        "learn",
                        "--run",
                        run().toString(),
                        "--out",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.lines())
                .as("what is said of a text that a library tries to read as a date")
                .satisfiesExactly(first -> assertThat(first).startsWith("payout, 1 payload: "), last -> assertThat(last)
                        .startsWith("Read them"));
        assertThat(process.exitValue()).isZero();
    }

    /** As users have it: the tests' own configuration of logging is not there. */
    private static String classPathWithoutTests() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.replace('\\', '/').matches(".*/?test-classes/?"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private int learn(Path run, Path out) {
        return Handoff.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "contracts",
                "learn",
                "--run",
                run.toString(),
                "--out",
                out.toString());
    }

    private Path run() {
        try (RunFolder runFolder = new RunFolder(folder, "run")) {
            Journal journal = new Journal(JournalSettings.NONE, runFolder);
            journal.startScenario("A refund", "a.feature", 3, List.of());
            journal.capture(Capture.effect(
                    "payments",
                    "payout",
                    "POST /p",
                    Map.of(),
                    Message.of(Map.of(), "application/json", "{\"paid\": \"in two parts\"}")));
            return runFolder.folder();
        }
    }
}
