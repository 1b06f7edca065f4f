package dev.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.sandbox.poll.SandboxServer;
import dev.handoff.sandbox.poll.SandboxServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios about a sandbox that can only be asked, run as a user's would be. */
@Timeout(120)
class PolledSystemTest {

    private static final String KEY = "crm-api-key-1";
    private static final String VOCABULARY = """
            application: { name: Site, url: "%s" }
            correlation: { keys: [email] }
            defaults: { within: 20s, quiet: 300ms, settle: 5s }
            systems:
              crm:
                type: poll
                url: ${application.url}
                key: ${CRM_KEY}
                every: 100ms
                records:
                  CRM lead: { request: "GET /leads?email=${email}", items: $.items, id: $.id, at: $.createdAt }
            actions:
              a visitor asks for a demo: { http: POST /demo, body: { email: "${unique.email}" } }
            """;
    private static final String FEATURE = """
            Feature: Demo requests
              Scenario: A demo request is exactly one lead
                When a visitor asks for a demo
                Then exactly one CRM lead is created with:
                  | source | website |
                And nothing else happens
            """;

    @TempDir
    private Path folder;

    private final List<String> leads = new CopyOnWriteArrayList<>();
    private volatile SandboxServer.Service listing = request -> Answer.json("{\"items\":["
            + leads.stream()
                    .filter(lead -> lead.contains(request.query("email")))
                    .collect(Collectors.joining(","))
            + "]}");
    private volatile int times = 1;
    private SandboxServer site;

    @BeforeEach
    void serve() throws IOException {
        site = new SandboxServer().serving(request -> switch (request.path()) {
            case "/demo" -> {
                String email = request.body().replaceAll(".*\"email\":\"([^\"]+)\".*", "$1");
                for (int i = 0; i < times; i++) {
                    leads.add("{\"id\":%d,\"email\":\"%s\",\"source\":\"website\",\"createdAt\":\"%s\"}"
                            .formatted(leads.size(), email, Instant.now()));
                }
                yield Answer.json("{}");
            }
            case "/leads" ->
                ("Bearer " + KEY).equals(request.headers().get("authorization"))
                        ? listing.to(request)
                        : Answer.status(401);
            default -> Answer.json("{}");
        });
        Files.writeString(folder.resolve("handoff.yaml"), VOCABULARY.formatted(site.url()));
        Files.writeString(Files.createDirectories(folder.resolve("features")).resolve("demo.feature"), FEATURE);
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    /** Where nothing is to come, it need not be waited for long. */
    private void closeWindowsSoon() throws IOException {
        Path words = folder.resolve("handoff.yaml");
        Files.writeString(words, Files.readString(words).replace("within: 20s", "within: 2s"));
    }

    private SpecRun run() {
        return SpecRun.of(
                folder.resolve("run"),
                Map.of("CRM_KEY", KEY),
                Map.of("handoff.vocabulary", folder.resolve("handoff.yaml").toString()),
                folder.resolve("features").toString());
    }

    @Test
    void one_lead_is_one_lead_and_its_key_is_nowhere() throws IOException {
        leads.add("{\"id\":\"older\",\"email\":\"somebody@else.test\",\"source\":\"website\"}");
        SpecRun run = run();

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.scenarios()).isEqualTo(1);
        assertThat(run.judgedOtherwise()).isEmpty();
        try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
    }

    @Test
    void two_leads_are_a_duplicate() {
        times = 2;

        assertThat(run().red().values()).containsExactly("duplicate effect: CRM lead");
    }

    @Test
    void none_is_missing() throws IOException {
        closeWindowsSoon();
        times = 0;

        assertThat(run().red().values()).containsExactly("missing effect: CRM lead");
    }

    @Test
    void a_sandbox_that_is_asked_too_often_costs_time_and_no_verdict() {
        AtomicBoolean limited = new AtomicBoolean();
        SandboxServer.Service listed = listing;
        listing = request -> !leads.isEmpty() && limited.compareAndSet(false, true)
                ? Answer.status(429).with("Retry-After", "1")
                : listed.to(request);
        SpecRun run = run();

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(limited).isTrue();
    }

    @Test
    void an_answer_that_is_none_proves_nothing() throws IOException {
        closeWindowsSoon();
        times = 0;
        SandboxServer.Service listed = listing;
        listing = request ->
                request.query("email").startsWith("canary") ? listed.to(request) : Answer.json("{\"error\":\"view\"}");
        SpecRun run = run();

        assertThat(run.red().values()).singleElement().asString().startsWith("inconclusive: ");
        assertThat(run.output()).contains("there is no list at $.items in its answer");
    }

    @Test
    void a_sandbox_that_breaks_down_proves_nothing() throws IOException {
        closeWindowsSoon();
        times = 0;
        SandboxServer.Service listed = listing;
        listing = request -> request.query("email").startsWith("canary") ? listed.to(request) : Answer.status(500);

        assertThat(run().red().values()).singleElement().asString().startsWith("inconclusive: ");
    }

    @Test
    void what_no_action_gives_a_value_to_ask_by_is_told_before_anything_starts() throws IOException {
        Path words = folder.resolve("handoff.yaml");
        Files.writeString(
                words,
                Files.readString(words)
                                .replace("{ http: POST /demo", "{ remember: { demo_id: $.id }, http: POST /demo")
                                .replace("a visitor asks", "somebody asks")
                        + "  a visitor asks for a demo: { http: POST /demo }\n");
        Files.writeString(words, Files.readString(words).replace("email=${email}", "demo=${demo_id}"));
        SpecRun run = run();

        assertThat(run.output())
                .contains("the request of CRM lead asks with demo_id, and no action before this step remembers one");
    }
}
