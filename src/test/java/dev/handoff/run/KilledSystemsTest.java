package dev.handoff.run;

import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.no;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.environment.Environment;
import dev.handoff.environment.TestServers;
import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Finding;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.RunMark;
import dev.handoff.recording.RunFolder;
import dev.handoff.sandbox.Passage;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Written;
import dev.handoff.sandbox.http.StandInServer;
import dev.handoff.sandbox.kafka.KafkaTap;
import dev.handoff.sandbox.mail.MailServer;
import dev.handoff.sandbox.sql.SqlProbe;
import dev.handoff.vocabulary.Correlation;
import dev.handoff.vocabulary.Defaults;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Vocabulary;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real systems over real sockets that go away while a scenario runs: what was not seen is never called true. */
@Timeout(60)
class KilledSystemsTest {

    private static final Duration WINDOW = Duration.ofMillis(600);
    private static final Duration SETTLE = Duration.ofSeconds(3);
    /** Beyond window and settling: a connection that hangs is given up within six seconds. */
    private static final Duration SLACK = Duration.ofSeconds(7);

    private static final EffectName REFUND = new EffectName("provider refund", "payments");
    private static final EffectName MAIL = new EffectName("welcome email", "mail");
    private static final EffectName EVENT = new EffectName("order event", "events");
    private static final EffectName ENTRY = new EffectName("ledger entry", "ledger");

    @TempDir
    static Path folder;

    private static TestServers.Reached broker;
    private static TestServers.Server postgres;
    private static Passage toDatabase;

    private final Written written = new Written();
    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private RunFolder runFolder;
    private Journal journal;
    private StandInServer standIns;
    private RunParts parts;

    @TempDir
    private Path runs;

    @BeforeAll
    static void startServers() throws Exception {
        broker = TestServers.kafkaBehindAPassage(folder, "shop.events");
        postgres = TestServers.postgres(folder);
        toDatabase = new Passage(URI.create(postgres.address().substring("jdbc:".length())));
    }

    @AfterAll
    static void stopServers() throws Exception {
        broker.close();
        toDatabase.close();
        postgres.close();
    }

    @BeforeEach
    void begin() {
        runFolder = new RunFolder(runs, "run");
        journal = new Journal(new JournalSettings(Map.of(), Set.of()), written);
        standIns = new StandInServer(journal);
        SystemSpec.Http payments = new SystemSpec.Http(
                "payments",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(new SystemSpec.Endpoint(
                        "POST",
                        "/refunds",
                        Optional.of("provider refund"),
                        Optional.empty(),
                        201,
                        Map.of(),
                        Optional.empty())));
        SystemSpec.Mail mail = new SystemSpec.Mail("mail", Optional.empty(), Optional.empty(), Map.of());
        SystemSpec.Kafka events = new SystemSpec.Kafka(
                "events", Optional.empty(), "shop.events", List.of(), false, Map.of("order event", Map.of()), Map.of());
        SystemSpec.Sql ledger = new SystemSpec.Sql(
                "ledger",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMillis(20),
                false,
                Map.of(
                        "ledger entry",
                        new SystemSpec.SqlQuery(
                                "select 1 as one where false",
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
        probes.put("payments", standIns.serve(payments, 0, new FaultPlan("payments", journal)));
        probes.put("mail", new MailServer(mail, 0, journal));
        probes.put("events", new KafkaTap(events, broker.address(), journal));
        probes.put(
                "ledger",
                new SqlProbe(
                        ledger,
                        TestServers.database("jdbc:postgresql://localhost:" + toDatabase.port() + "/shop"),
                        journal));
        probes.values().forEach(Probe::prove);
        Map<String, SystemSpec> systems = new LinkedHashMap<>();
        List.of(payments, mail, events, ledger).forEach(spec -> systems.put(spec.name(), spec));
        Vocabulary vocabulary = new Vocabulary(
                Bench.application(Optional.empty(), Optional.empty()),
                new Correlation("X-Correlation-Id", List.of(), Correlation.OnStray.WARN, List.of()),
                new Defaults(WINDOW, Duration.ofMillis(50), SETTLE, Duration.ofMillis(100)),
                systems,
                List.of(),
                Map.of());
        Environment environment = new Watched(probes);
        ApplicationEndpoint endpoint = new ApplicationEndpoint(environment.applicationUrl());
        parts = new RunParts(
                vocabulary,
                journal,
                environment,
                new Evidence(vocabulary.application(), probes, endpoint),
                endpoint,
                runFolder);
    }

    @AfterEach
    void end() {
        broker.passage().flow();
        toDatabase.flow();
        probes.values().forEach(Probe::close);
        standIns.close();
        runFolder.close();
    }

    @Test
    void withAllThereAnAbsenceIsKnown() {
        LiveScenario scenario = scenario();

        for (EffectName effect : List.of(REFUND, MAIL, EVENT, ENTRY)) {
            assertThat(expect(scenario, no(effect)).outcome()).as(effect.name()).isEqualTo(Outcome.MET);
        }
        assertThat(written.all(ProbeChanged.class)).hasSize(4);
    }

    @Test
    void aStandInThatIsGoneLeavesItsEffectsUnknown() throws Exception {
        LiveScenario scenario = scenario();
        var closed = dev.handoff.sandbox.http.Interrupted.close(probes.get("payments"));

        isUnknownInTime(scenario, no(REFUND), "payments");
        closed.open();
        isJudgedAgain("payments", REFUND);
    }

    @Test
    void aMailServerThatIsGoneLeavesItsEffectsUnknown() throws Exception {
        LiveScenario scenario = scenario();
        var closed = dev.handoff.sandbox.mail.Interrupted.close((MailServer) probes.get("mail"));

        isUnknownInTime(scenario, no(MAIL), "mail");
        try (AutoCloseable again = closed.open()) {
            isJudgedAgain("mail", MAIL);
        }
    }

    @Test
    void aBrokerThatIsGoneLeavesItsEffectsUnknown() throws Exception {
        LiveScenario scenario = scenario();
        broker.passage().cut();

        isUnknownInTime(scenario, no(EVENT), "events");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            probes.get("events").sight(scenario.correlationId());
            return isDown("events");
        });
        broker.passage().flow();
        isJudgedAgain("events", EVENT);
    }

    @Test
    void aDatabaseThatIsGoneLeavesItsEffectsUnknown() throws Exception {
        LiveScenario scenario = scenario();
        toDatabase.cut();

        isUnknownInTime(scenario, no(ENTRY), "ledger");
        toDatabase.flow();
        isJudgedAgain("ledger", ENTRY);
    }

    @Test
    void aDatabaseThatHangsLeavesItsEffectsUnknown() {
        LiveScenario scenario = scenario();
        toDatabase.hang();

        isUnknownInTime(scenario, no(ENTRY), "ledger");
    }

    @Test
    void whatIsMissingWhileItsSystemIsGoneIsNoViolation() throws Exception {
        LiveScenario scenario = scenario();
        dev.handoff.sandbox.http.Interrupted.close(probes.get("payments"));

        isUnknownInTime(scenario, exactly(1, REFUND), "payments");
    }

    @Test
    void whatWasJudgedBeforeTheFailureStays() throws Exception {
        LiveScenario scenario = scenario();
        refund(scenario);
        Judgement met = judge(scenario, exactly(1, REFUND));
        dev.handoff.sandbox.http.Interrupted.close(probes.get("payments"));
        probes.get("payments").seeUpTo("s", journal.now());
        Awaitility.await().until(() -> isDown("payments"));

        assertThat(met.judged().verdict().outcome()).isEqualTo(Outcome.MET);
        assertThat(scenario.lookAgain()).isEmpty();
        assertThat(expect(scenario, atLeast(1, REFUND)).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void whatWasSurelyTooMuchStaysSo() throws Exception {
        LiveScenario scenario = scenario();
        refund(scenario);
        refund(scenario);
        dev.handoff.sandbox.http.Interrupted.close(probes.get("payments"));
        probes.get("payments").seeUpTo("s", journal.now());
        Awaitility.await().until(() -> isDown("payments"));

        assertThat(expect(scenario, exactly(1, REFUND)).outcome()).isEqualTo(Outcome.VIOLATED);
    }

    /** The listener dies after the scenario has settled and before its window closes. */
    @Test
    void aFailureBetweenSettlingAndTheEndOfTheWindowIsFound() throws Exception {
        LiveScenario scenario = scenario();
        assertThat(expect(scenario, new Statement.NothingElse(List.of())).outcome())
                .isEqualTo(Outcome.MET);
        dev.handoff.sandbox.http.Interrupted.close(probes.get("payments"));

        isUnknownInTime(scenario, no(REFUND), "payments");
    }

    private LiveScenario scenario() {
        UniqueValues unique = new UniqueValues(RunMark.random());
        LiveScenario scenario =
                new LiveScenario(journal.startScenario("ours", "a.feature", 1, unique.tracers()), unique, parts, false);
        journal.actionStarted(scenario.correlationId(), "act", "When it acts");
        return scenario;
    }

    private void refund(LiveScenario scenario) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(probes.get("payments").address().get("url") + "/refunds"))
                .header("X-Correlation-Id", scenario.correlationId())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    private static Judgement judge(LiveScenario scenario, Count count) {
        return scenario.expect(Bench.SOURCE, new Statement.Counts(List.of(count), WINDOW, true));
    }

    private static Verdict expect(LiveScenario scenario, Count count) {
        return judge(scenario, count).judged().verdict();
    }

    private static Verdict expect(LiveScenario scenario, Statement statement) {
        return scenario.expect(Bench.SOURCE, statement).judged().verdict();
    }

    private void isUnknownInTime(LiveScenario scenario, Count count, String system) {
        Instant asked = journal.now();
        Verdict verdict = expect(scenario, count);
        Duration took = Duration.between(asked, journal.now());

        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.findings())
                .extracting(Finding::notes)
                .asString()
                .contains(system)
                .containsAnyOf("from +", "the last time", "from its start", "not since the scenario began");
        assertThat(took).isLessThan(WINDOW.plus(SETTLE).plus(SLACK));
    }

    /** A scenario that starts when the system is back is judged as any other, and the journal tells it in one line each. */
    private void isJudgedAgain(String system, EffectName effect) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !isDown(system));
        LiveScenario next = scenario();

        assertThat(expect(next, no(effect)).outcome()).isEqualTo(Outcome.MET);
        assertThat(changes(system)).extracting(ProbeChanged::up).containsExactly(true, false, true);
    }

    private boolean isDown(String system) {
        List<ProbeChanged> changes = changes(system);
        return !changes.get(changes.size() - 1).up();
    }

    private List<ProbeChanged> changes(String system) {
        return written.all(ProbeChanged.class).stream()
                .filter(changed -> changed.system().equals(system))
                .toList();
    }

    /** Probes without an application. */
    private record Watched(Map<String, Probe> probes) implements Environment {

        @Override
        public Map<String, FaultPlan> faults() {
            return Map.of();
        }

        @Override
        public String applicationUrl() {
            return "http://localhost:1";
        }

        @Override
        public void requireApplication() {}

        @Override
        public Map<String, String> facts() {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
