package dev.handoff.run;

import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.no;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.handoff.environment.Environment;
import dev.handoff.environment.EnvironmentSettings;
import dev.handoff.environment.KilledContainer;
import dev.handoff.environment.NeedsDocker;
import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Finding;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.RunMark;
import dev.handoff.recording.RunFolder;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers in containers that are killed in the middle of a run: what was not seen is never called true, and the run ends. */
@NeedsDocker
@Timeout(240)
class KilledContainersTest {

    /** Long enough for a container to be killed within. */
    private static final Duration WINDOW = Duration.ofSeconds(5);
    /** Window, settling and the patience with connections that hang. */
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(30);

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(20);

    private static final EffectName REFUND = new EffectName("provider refund", "payments");
    private static final EffectName EVENT = new EffectName("order event", "events");
    private static final EffectName ENTRY = new EffectName("ledger entry", "ledger");

    private final Journal journal = new Journal(new JournalSettings(Map.of(), Set.of()), new Written());
    private HttpServer application;
    private Environment environment;
    private RunFolder runFolder;
    private RunParts parts;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
        Path file = Files.writeString(folder.resolve("handoff.yaml"), """
                application: { url: "http://localhost:%d" }
                defaults: { within: 5s, quiet: 50ms, settle: 3s, retry-horizon: 100ms }
                systems:
                  payments: { type: http, endpoints: [{ on: POST /refunds, records: provider refund }] }
                  events: { type: amqp, exchange: shop.events, records: { order event: {} } }
                  ledger: { type: sql, every: 20ms, records: { ledger entry: { query: select 1 as one where false } } }
                """.formatted(
                        application.getAddress().getPort()));
        Vocabulary vocabulary = VocabularyReader.read(file, Map.of());
        runFolder = new RunFolder(folder, "run");
        environment = Environment.start(
                EnvironmentSettings.of("containers"), vocabulary, journal, folder.resolve("environment"));
        ApplicationEndpoint endpoint = new ApplicationEndpoint(environment.applicationUrl());
        parts = new RunParts(
                vocabulary,
                journal,
                environment,
                new Evidence(vocabulary.application(), environment.probes(), endpoint),
                endpoint,
                runFolder);
    }

    @AfterEach
    void end() {
        environment.close();
        runFolder.close();
        application.stop(0);
    }

    @Test
    void aBrokerThatIsKilledLeavesItsEffectsUnknownAndTheOthersKnown() throws Exception {
        LiveScenario before = scenario();
        for (EffectName effect : Set.of(REFUND, EVENT, ENTRY)) {
            is(Outcome.MET, before, no(effect));
        }
        LiveScenario meanwhile = scenario();
        refund(meanwhile);
        KilledContainer.at(port("events"));

        isUnknownInTime(meanwhile, no(EVENT), "events");
        isUnknownInTime(meanwhile, exactly(1, EVENT), "events");
        is(Outcome.MET, meanwhile, atLeast(1, REFUND));
        isUnknownInTime(meanwhile, exactly(2, REFUND), "events");
        assertThat(before.lookAgain()).as("what was judged before stays").isEmpty();

        LiveScenario after = scenario();
        refund(after);
        isUnknownInTime(after, no(EVENT), "events");
        is(Outcome.MET, after, atLeast(1, REFUND));
        endsInTime();
    }

    @Test
    void aDatabaseThatIsKilledLeavesItsEffectsUnknownAndTheOthersKnown() throws Exception {
        LiveScenario meanwhile = scenario();
        refund(meanwhile);
        KilledContainer.at(port("ledger"));

        isUnknownInTime(meanwhile, no(ENTRY), "ledger");
        is(Outcome.MET, meanwhile, atLeast(1, REFUND));
        isUnknownInTime(meanwhile, exactly(2, REFUND), "ledger");
        endsInTime();
    }

    private int port(String system) {
        return Integer.parseInt(environment.probes().get(system).address().get("port"));
    }

    private LiveScenario scenario() {
        UniqueValues unique = new UniqueValues(RunMark.random());
        LiveScenario scenario =
                new LiveScenario(journal.startScenario("ours", "a.feature", 1, unique.tracers()), unique, parts, false);
        journal.actionStarted(scenario.correlationId(), "act", "When it acts");
        return scenario;
    }

    private void refund(LiveScenario scenario) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        environment.probes().get("payments").address().get("url") + "/refunds"))
                .header("X-Correlation-Id", scenario.correlationId())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    private static Verdict expect(LiveScenario scenario, Count count) {
        return scenario.expect(Bench.SOURCE, new Statement.Counts(List.of(count), WINDOW, true))
                .judged()
                .verdict();
    }

    private static void is(Outcome outcome, LiveScenario scenario, Count count) {
        Verdict verdict = expect(scenario, count);

        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(outcome);
    }

    private void isUnknownInTime(LiveScenario scenario, Count count, String system) {
        long from = System.nanoTime();
        Verdict verdict = expect(scenario, count);

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.findings())
                .extracting(Finding::notes)
                .asString()
                .contains(system)
                .containsAnyOf("from +", "the last time", "from its start", "not since the scenario began");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(DECIDED_WITHIN);
    }

    private void endsInTime() {
        long from = System.nanoTime();
        environment.close();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(CLOSED_WITHIN);
    }
}
