package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.handoff.environment.TestServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where everything is somebody else's, what only an owner may do is not done, and nobody takes that for a success. */
class NotHereTest {

    private static final String FEATURE = """
            Feature: Shared

              Scenario: possible
                When somebody calls
                Then the response status is 200

              Scenario: the application would have to end
                When somebody calls
                And the application restarts
                Then the response status is 200

              Scenario: the application would have to be killed
                Given the application is killed as soon as the row is created
                When somebody calls
                Then exactly one row is created

              Scenario: a shared database would have to be taken away
                Given database is down
                When somebody calls
                Then the response status is 200

              Scenario: somebody else's system would have to misbehave
                Given database answers 503 to the next request
                When somebody calls
                Then the response status is 200

              Scenario: a mistake is a mistake even so
                When somebody calls
                And the application restarts
                Then exactly one rwo is created
            """;

    private static final String ONE_IMPOSSIBLE = """
            Feature: Shared

              Scenario: all that it states is of headers, which an item of an account has not
                When somebody calls
                Then exactly one item is created with:
                  | header X-Correlation-Id | <absent> |
            """;

    @TempDir
    private Path folder;

    private HttpServer application;

    @BeforeEach
    void somebodyRunsTheApplication() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.createContext("/items", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        application.start();
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Test
    void a_scenario_that_needs_an_owner_is_passed_over_with_its_reason_and_the_others_run() throws Exception {
        try (var postgres = TestServers.postgres(folder.resolve("server"))) {
            SpecRun run = run(postgres.address(), FEATURE);

            assertThat(run.failed().keySet()).containsExactly("a mistake is a mistake even so");
            assertThat(run.output())
                    .contains("4 scenarios were not run, because the environment external cannot do what they need:")
                    .contains("the application is not Handoff's to end and start again")
                    .contains("database is not Handoff's to take down: the vocabulary says where it is")
                    .contains("only a system of type http or mail can be told what to answer; database is of another"
                            + " type")
                    .containsPattern("--> .*shared\\.feature:9\n");
            assertThat(run.scenarios()).as("those that have begun").isEqualTo(1);
        }
    }

    @Test
    void a_run_in_which_nothing_was_possible_is_not_green() throws Exception {
        try (var postgres = TestServers.postgres(folder.resolve("server"))) {
            SpecRun run = run(postgres.address(), ONE_IMPOSSIBLE);

            assertThat(run.exitCode()).isNotZero();
            assertThat(run.output())
                    .contains("no scenario was run: none that was selected is possible in the environment external")
                    .doesNotContain("states nothing that could fail");
        }
    }

    private SpecRun run(String database, String feature) throws IOException {
        Path words = Files.writeString(folder.resolve("handoff.yaml"), """
                application: { url: "http://localhost:%d", start: { command: [/none/at/all] } }
                systems:
                  database:
                    type: sql
                    url: "%s"
                    user: postgres
                    password: postgres
                    records: { row: { query: select 1 as id where false } }
                  account:
                    type: poll
                    url: "${application.url}"
                    records: { item: { request: GET /items, items: $, id: $.id } }
                actions:
                  somebody calls: { http: GET / }
                """.formatted(
                        application.getAddress().getPort(), database));
        Path features = Files.createDirectory(folder.resolve("features"));
        Files.writeString(features.resolve("shared.feature"), feature);
        return SpecRun.of(
                folder.resolve("run"),
                Map.of(),
                Map.of("handoff.vocabulary", words.toString(), "handoff.environment", "external"),
                features.toString());
    }
}
