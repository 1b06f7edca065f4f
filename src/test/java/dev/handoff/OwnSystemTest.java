package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows {@code docs/own-system.md} to the letter: its class is compiled, its features run with it. */
class OwnSystemTest {

    private static final String BLOCK = "```%s\n(.*?)```";
    private static final String APPLICATION = """
            application:
              name: Logins
              url: http://localhost:${application.port}
              start:
                main: dev.handoff.AuditedLogins
                args: ${LOGINS:-}
                environment: { PORT: "${application.port}", SYSLOG_PORT: "${systems.audit.port}" }
            correlation: { keys: [user] }
            actions:
              the user {user:string} logs in:
                http: POST /logins
                body: { user: "${user}", password: right }
              the user {user:string} logs in with a wrong password:
                http: POST /logins
                body: { user: "${user}", password: wrong }
            """;

    @TempDir
    private Path folder;

    private String page;

    @BeforeEach
    void followThePage() throws IOException {
        page = Files.readString(Path.of("docs/own-system.md"));
        Path source = Files.createDirectories(folder.resolve("source/audit")).resolve("Syslog.java");
        Files.writeString(source, block("java"));
        compile(source);
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(services.resolve("dev.handoff.vocabulary.SystemKind"), block("text"));
        Files.writeString(folder.resolve("handoff.yaml"), APPLICATION + block("yaml"));
        Files.writeString(
                Files.createDirectories(folder.resolve("features")).resolve("audit.feature"), block("gherkin"));
    }

    @Test
    void its_class_is_shorter_than_80_lines_and_its_scenarios_pass() {
        SpecRun run = run("");

        assertThat(block("java").lines()).hasSizeLessThan(80);
        assertThat(run.failed()).as(run.output()).isEmpty();
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.scenarios()).isEqualTo(2);
    }

    @Test
    void an_entry_that_is_written_twice_is_a_duplicate_effect() {
        SpecRun run = run("twice");

        assertThat(run.red())
                .containsOnly(Map.entry("A login leaves exactly one audit entry", "duplicate effect: audit entry"));
    }

    @Test
    void an_entry_that_is_missing_is_a_missing_effect() {
        SpecRun run = run("never");

        assertThat(run.red())
                .containsOnly(Map.entry("A login leaves exactly one audit entry", "missing effect: audit entry"));
    }

    @Test
    void a_misspelt_key_of_it_is_named_with_its_place() throws IOException {
        Path words = folder.resolve("handoff.yaml");
        Files.writeString(words, Files.readString(words).replace("contains: login", "contain: login"));

        SpecRun run = run("");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output())
                .containsPattern("handoff\\.yaml:\\d+:\\d+: unknown key \"contain\"")
                .contains("did you mean \"contains\"?");
    }

    @Test
    void a_misspelt_type_of_it_is_named_among_all_types() throws IOException {
        Path words = folder.resolve("handoff.yaml");
        Files.writeString(words, Files.readString(words).replace("type: syslog", "type: sislog"));

        SpecRun run = run("");

        assertThat(run.output()).contains("unknown type \"sislog\"").contains("did you mean \"syslog\"?");
    }

    private SpecRun run(String mistake) {
        return SpecRun.of(
                folder.resolve("run"),
                Map.of("LOGINS", mistake),
                Map.of("handoff.vocabulary", folder.resolve("handoff.yaml").toString()),
                folder.resolve("features").toString(),
                List.of(folder.resolve("classes")));
    }

    private void compile(Path source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean good = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of("-proc:none", "-d", folder.resolve("classes").toString(), "-cp", SpecRun.classPath()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertThat(good).as(said.toString()).isTrue();
    }

    private String block(String language) {
        Matcher block =
                Pattern.compile(BLOCK.formatted(language), Pattern.DOTALL).matcher(page);
        assertThat(block.find()).as("the page has a block of %s", language).isTrue();
        return block.group(1);
    }
}
