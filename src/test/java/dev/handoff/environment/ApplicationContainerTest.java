package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.VocabularyReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application as a container, with systems in this JVM and in other containers. */
@Timeout(180)
class ApplicationContainerTest {

    private static final String SYSTEMS = """
            systems:
              crm: { type: http, endpoints: [{ on: GET / }] }
              mail: { type: mail }
              ledger: { type: sql, records: { entry: { query: select 1 as one where false } } }
            """;

    private String image;

    @TempDir
    Path folder;

    @BeforeEach
    void build() {
        DockerHere.orSkip();
        image = ImageOfSmallApplication.orSkip();
    }

    @Test
    void reaches_what_it_needs_from_inside_and_is_found_on_loopback() throws Exception {
        try (Environment environment = start("""
                application:
                  url: http://localhost:${application.port}
                  health: GET /health
                  start:
                    image: %s
                    port: 8080
                    args: with arguments
                    environment:
                      PORT: ${application.port}
                      OWN_URL: ${application.url}
                      CRM_URL: ${systems.crm.url}
                      MAIL: tcp://${systems.mail.host}:${systems.mail.port}
                      LEDGER_URL: ${systems.ledger.url}
                """ + SYSTEMS)) {
            String url = environment.applicationUrl();

            assertThat(url).matches("http://localhost:\\d+");
            assertThat(ask(url + "/env/PORT")).isEqualTo("8080");
            assertThat(ask(url + "/env/OWN_URL")).as("where others find it").isEqualTo(url);
            for (String variable : List.of("CRM_URL", "MAIL", "LEDGER_URL")) {
                URI system = URI.create(ask(url + "/env/" + variable).replace("jdbc:", ""));
                assertThat(system.getHost()).as(variable).isEqualTo("host.testcontainers.internal");
                assertThat(reach(url, system)).as(variable).isIn("answered", "hung up");
            }
            assertThat(reach(url, URI.create("tcp://host.testcontainers.internal:1")))
                    .isEqualTo("unreachable");
            assertThat(Files.readString(folder.resolve("run/application.log")))
                    .isEqualTo("hello from inside with arguments\n");
            assertThat(environment.facts())
                    .containsEntry("Application", "the application at " + url + ", a container of " + image)
                    .hasEntrySatisfying(
                            "Database", text -> assertThat(text).matches("PostgreSQL [\\d.]+ \\(postgres:17\\)"));

            environment.outages().get("ledger").down("s");
            assertThat(reach(url, URI.create(ask(url + "/env/LEDGER_URL").replace("jdbc:", ""))))
                    .as("what is taken away is away for a container, too")
                    .isIn("unreachable", "hung up");
            environment.outages().get("ledger").end("s");
        }
    }

    @Test
    void is_another_at_the_same_address_after_a_restart_and_a_kill() throws Exception {
        List<String> ready = new CopyOnWriteArrayList<>();
        try (Environment environment = start("""
                application:
                  url: http://localhost:${application.port}
                  start: { image: %s, port: 8080, environment: { PORT: "${application.port}" } }
                """)) {
            String url = environment.applicationUrl();
            StartedApplication application = environment.application().orElseThrow();
            String first = ask(url);

            assertThat(application.restart()).matches("restarted, ready after \\d+\\.\\d s");
            String second = ask(url);
            assertThat(second).isNotEqualTo(first);

            application.kill(done -> ready.add(application.absence().orElse("here")));
            assertThat(application.absence()).contains("the application was ended and is not ready again");
            assertThat(application.awaitReady()).startsWith("killed and started again, ready after");
            assertThat(ready).containsExactly("the application was ended and is not ready again");
            assertThat(ask(url)).isNotEqualTo(second);

            ask(url + "/end");
            Awaitility.await().until(() -> application.absence().isPresent());
            assertThat(application.absence()).isEqualTo(Optional.of("the application has ended"));
            assertThatThrownBy(application::awaitReady)
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessage("The application has ended during the run.\nhello from inside ");
        }
    }

    @Test
    void what_it_last_wrote_is_told_when_it_does_not_start() {
        assertThatThrownBy(() -> start("""
                        application:
                          url: http://localhost:${application.port}
                          start: { image: %s, port: 8080 }
                        """))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessageStartingWith("The application")
                .hasMessageContaining("did not start: it ended with exit code 7")
                .hasMessageContaining("\n  hello from inside")
                .hasMessageContaining("\n  PORT is not set");
    }

    @Test
    void an_image_needs_an_environment_that_runs_it() {
        assertThatThrownBy(() -> start("embedded", """
                        application:
                          url: http://localhost:${application.port}
                          start: { image: %s, port: 8080 }
                        """))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessageContaining("application.start needs main or command: this environment runs no image");
    }

    private Environment start(String vocabulary) throws Exception {
        return start("containers", vocabulary);
    }

    private Environment start(String environment, String vocabulary) throws Exception {
        Path file = Files.writeString(folder.resolve("handoff.yaml"), vocabulary.replace("%s", image));
        Journal journal = new Journal(new JournalSettings(Map.of(), Set.of()), new Written());
        return Environment.start(
                EnvironmentSettings.of(environment),
                VocabularyReader.read(file, Map.of()),
                journal,
                folder.resolve("run"));
    }

    private static String reach(String application, URI system) throws Exception {
        return ask(application + "/reach/tcp://" + system.getAuthority());
    }

    private static String ask(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
                .body();
    }
}
