package dev.handoff.run;

import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.run.Bench.ENTRY;
import static dev.handoff.run.Bench.REFUND;
import static dev.handoff.run.Bench.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.action.ActionFailed;
import dev.handoff.environment.Environment;
import dev.handoff.environment.EnvironmentFailed;
import dev.handoff.expectation.Count;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.fault.FaultPlan;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Looked;
import dev.handoff.journal.Message;
import dev.handoff.journal.RunMark;
import dev.handoff.journal.ScenarioEnded;
import dev.handoff.recording.Recording;
import dev.handoff.recording.RunFolder;
import dev.handoff.sandbox.Probe;
import dev.handoff.vocabulary.Correlation;
import dev.handoff.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class LiveScenarioTest {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Bench bench = new Bench();
    private final UniqueValues unique = new UniqueValues(RunMark.random());
    private final Map<String, Probe> probes = new LinkedHashMap<>();

    private RunFolder folder;
    private Journal journal;
    private LiveScenario scenario;

    @TempDir
    private Path runs;

    @BeforeEach
    void begin() {
        begin("run", bench.vocabulary);
    }

    private void begin(String run, Vocabulary vocabulary) {
        if (folder != null) {
            folder.close();
        }
        folder = new RunFolder(runs, run);
        journal = new Journal(new JournalSettings(Map.of("order_id", List.of()), Set.of()), entry -> {
            folder.write(entry);
            bench.written.write(entry);
        });
        probes.put("payments", new StubProbe("payments", journal));
        probes.put("ledger", new StubProbe("ledger", journal));
        probes.keySet().forEach(system -> journal.probeChanged(system, true, "its canary came back"));
        Environment environment = new Stub(probes);
        ApplicationEndpoint endpoint = new ApplicationEndpoint(environment.applicationUrl());
        Evidence evidence = new Evidence(vocabulary.application(), probes, endpoint);
        RunParts parts = new RunParts(vocabulary, journal, environment, evidence, endpoint, folder);
        scenario =
                new LiveScenario(journal.startScenario("ours", "a.feature", 1, unique.tracers()), unique, parts, false);
        act();
    }

    @AfterEach
    void end() {
        folder.close();
    }

    private void act() {
        journal.actionStarted(scenario.correlationId(), "act", "When it acts");
    }

    private void refund() {
        Message content =
                Message.of(Map.of("X-Correlation-Id", List.of(scenario.correlationId())), "application/json", "{}");
        journal.capture(Capture.effect(REFUND.system(), REFUND.name(), "POST /refunds", Map.of(), content));
    }

    private StubProbe payments() {
        return (StubProbe) probes.get("payments");
    }

    private static List<String> reasons(Judgement judgement) {
        return judgement.judged().verdict().findings().stream()
                .flatMap(finding -> finding.notes().stream())
                .toList();
    }

    private Judgement expect(Count... counts) {
        return scenario.expect(SOURCE, new Statement.Counts(List.of(counts), WINDOW, false));
    }

    private static Outcome outcome(Judgement judgement) {
        return judgement.judged().verdict().outcome();
    }

    @Test
    void an_expectation_that_was_met_is_broken_by_a_late_duplicate() {
        refund();
        Judgement met = expect(exactly(1, REFUND));
        assertThat(outcome(met)).isEqualTo(Outcome.MET);

        refund();
        List<Judgement> broken = scenario.lookAgain();

        assertThat(broken).singleElement().satisfies(again -> {
            assertThat(outcome(again)).isEqualTo(Outcome.VIOLATED);
            assertThat(again.judged().expectation()).isEqualTo(met.judged().expectation());
            assertThat(again.judged().look()).isGreaterThan(met.judged().look());
        });
        assertThat(scenario.judgements()).containsExactly(met, broken.get(0));
    }

    @Test
    void a_broken_expectation_is_written_with_its_look() throws IOException {
        refund();
        expect(exactly(1, REFUND));
        refund();
        Judgement broken = scenario.lookAgain().get(0);
        folder.close();

        assertThat(bench.written.all(Looked.class))
                .last()
                .isEqualTo(broken.snapshot().looked());
        try (var files = Files.list(folder.folder())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("expectations")))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readAllLines(file))
                            .hasSize(3)
                            .last()
                            .asString()
                            .contains("VIOLATED", "\"look\":" + broken.judged().look()));
        }
    }

    @Test
    void an_expectation_stated_before_the_last_action_is_not_judged_again() {
        refund();
        expect(exactly(1, REFUND));
        act();
        refund();

        assertThat(scenario.lookAgain()).isEmpty();
        assertThat(scenario.judgements()).hasSize(1);
    }

    @Test
    void only_what_was_met_and_breaks_is_found_broken() {
        refund();
        expect(atLeast(1, REFUND));
        expect(no(REFUND));
        expect(no(ENTRY));
        refund();

        assertThat(scenario.lookAgain()).isEmpty();
        assertThat(scenario.judgements())
                .extracting(LiveScenarioTest::outcome)
                .containsExactly(Outcome.MET, Outcome.VIOLATED, Outcome.MET);
    }

    @Test
    void finding_an_effect_states_nothing() {
        refund();
        Judgement found = scenario.find(SOURCE, new Statement.Counts(List.of(atLeast(1, REFUND)), WINDOW, false));

        assertThat(outcome(found)).isEqualTo(Outcome.MET);
        assertThat(scenario.judgements()).isEmpty();
        assertThat(scenario.stated()).isEmpty();
    }

    @Test
    void what_is_stated_leaves_out_statements_about_everything_else() {
        refund();
        Judgement refunds = expect(atLeast(1, REFUND));
        scenario.expect(SOURCE, new Statement.NothingElse(scenario.stated()));

        assertThat(scenario.stated())
                .containsExactly(refunds.judged().expectation().statement());
    }

    @Test
    void an_interrupted_wait_fails_the_step_and_stays_interrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> expect(exactly(1, REFUND)))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("the wait for \"Then it is so\" was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(scenario.judgements()).isEmpty();
    }

    @Test
    void placeholders_stand_for_what_is_known() {
        journal.learn(scenario.correlationId(), "order_id", "A-100");

        assertThat(scenario.value("correlationId")).contains(scenario.correlationId());
        assertThat(scenario.value("correlation_id")).contains(scenario.correlationId());
        assertThat(scenario.value("application.url")).contains("http://shop.test");
        assertThat(scenario.value("systems.payments.url")).contains("http://payments");
        assertThat(scenario.value("systems.payments.port")).isEmpty();
        assertThat(scenario.value("systems.nobody.url")).isEmpty();
        assertThat(scenario.value("order_id")).contains("A-100");
        assertThat(scenario.value("unique.email")).isEqualTo(unique.value("unique.email"));
        assertThat(scenario.value("refund_id")).isEmpty();
    }

    @Test
    void a_scenario_that_ends_gives_all_that_is_known_of_it() {
        refund();

        assertThat(scenario.conclude(true).last().effects()).hasSize(1);
        assertThat(bench.written.all(ScenarioEnded.class)).hasSize(1);
    }

    @Test
    void a_scenario_ends_though_the_last_look_at_it_fails() {
        refund();
        expect(exactly(1, REFUND));
        payments().sees(() -> {
            throw new IllegalStateException("the probe is broken");
        });

        assertThatThrownBy(() -> scenario.conclude(false)).hasMessage("the probe is broken");
        assertThat(bench.written.all(ScenarioEnded.class)).hasSize(1);
        assertThat(payments().unwatched).containsExactly(scenario.correlationId());
    }

    @Test
    void what_is_found_broken_is_told_once() {
        refund();
        expect(exactly(1, REFUND));
        refund();

        assertThat(scenario.lookAgain()).hasSize(1);
        assertThat(scenario.lookAgain()).isEmpty();
        assertThat(scenario.judgements())
                .extracting(LiveScenarioTest::outcome)
                .containsExactly(Outcome.MET, Outcome.VIOLATED);
    }

    @Test
    void an_absence_that_was_met_is_in_doubt_when_a_contested_effect_comes() throws IOException {
        String theirs =
                journal.startScenario("theirs", "a.feature", 9, List.of()).scenario();
        journal.learn(scenario.correlationId(), "order_id", "A-100");
        journal.learn(theirs, "order_id", "A-100");
        expect(no(REFUND));

        text("order A-100");
        List<Judgement> broken = scenario.lookAgain();
        folder.close();

        assertThat(broken).singleElement().satisfies(again -> {
            assertThat(outcome(again)).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(reasons(again)).singleElement().asString().contains("fits this scenario and \"theirs\"");
        });
        assertThat(Files.readAllLines(runs.resolve("run/expectations.ndjson")))
                .last()
                .asString()
                .contains("\"outcome\":\"INCONCLUSIVE\"", "theirs");
    }

    @Test
    void an_effect_that_proves_to_be_contested_proves_nothing_any_more() {
        String theirs =
                journal.startScenario("theirs", "a.feature", 9, List.of()).scenario();
        journal.learn(scenario.correlationId(), "order_id", "A-100");
        text("order A-100");
        scenario.expect(SOURCE, new Statement.Counts(List.of(atLeast(1, REFUND)), Duration.ofMillis(100), false));

        journal.learn(theirs, "order_id", "A-100");

        assertThat(scenario.lookAgain()).singleElement().satisfies(again -> {
            assertThat(outcome(again)).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(reasons(again)).anyMatch(reason -> reason.contains("fits this scenario and \"theirs\""));
        });
    }

    @Test
    void a_stray_that_comes_later_leaves_a_count_in_doubt_where_strays_fail() {
        begin("strict", withStrays(Correlation.OnStray.FAIL));
        expect(no(REFUND));

        text("order Z-900");

        assertThat(scenario.lookAgain()).singleElement().satisfies(again -> {
            assertThat(outcome(again)).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(reasons(again)).singleElement().asString().contains("that fits no scenario");
        });
    }

    @Test
    void a_stray_that_comes_later_is_named_beside_what_is_still_met() {
        expect(no(REFUND));

        text("order Z-900");

        assertThat(scenario.lookAgain()).isEmpty();
        assertThat(scenario.judgements()).singleElement().satisfies(again -> {
            assertThat(outcome(again)).isEqualTo(Outcome.MET);
            assertThat(again.judged().verdict().notes())
                    .singleElement()
                    .asString()
                    .contains("that fits no scenario");
        });
    }

    @Test
    void a_probe_that_goes_down_after_the_scenario_has_settled_undoes_nothing() {
        expect(no(REFUND));
        journal.probeChanged("payments", false, "its listener is gone");
        payments().sees(() -> null);

        assertThat(scenario.lookAgain()).isEmpty();
    }

    @Test
    void a_probe_that_turns_out_to_have_been_down_before_the_scenario_had_settled_leaves_it_in_doubt() {
        Instant since = journal.now();
        expect(no(REFUND));
        journal.probeChanged("payments", false, "its listener is gone", since);

        assertThat(scenario.lookAgain()).singleElement().satisfies(again -> {
            assertThat(outcome(again)).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(reasons(again)).singleElement().asString().contains("its listener is gone");
        });
    }

    @Test
    void a_scenario_that_went_on_after_it_had_settled_has_to_settle_anew() {
        expect(no(REFUND));
        journal.probeChanged("payments", false, "its listener is gone");
        journal.capture(Capture.effect(
                ENTRY.system(),
                ENTRY.name(),
                "INSERT",
                Map.of(),
                Message.of(Map.of("X-Correlation-Id", List.of(scenario.correlationId())), "application/json", "{}")));

        assertThat(scenario.lookAgain()).singleElement().satisfies(again -> {
            assertThat(outcome(again)).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(reasons(again)).singleElement().asString().contains("its listener is gone");
        });
    }

    @Test
    void a_settling_that_was_found_later_serves_what_was_met_before() {
        expect(no(REFUND));
        journal.capture(Capture.effect(
                ENTRY.system(),
                ENTRY.name(),
                "INSERT",
                Map.of(),
                Message.of(Map.of("X-Correlation-Id", List.of(scenario.correlationId())), "application/json", "{}")));
        expect(exactly(1, ENTRY));
        journal.probeChanged("payments", false, "its listener is gone");

        assertThat(scenario.lookAgain()).isEmpty();
    }

    @Test
    void what_is_judged_again_is_judged_so_by_the_recording() throws IOException {
        Instant since = journal.now();
        expect(no(REFUND));
        text("order Z-900");
        scenario.lookAgain();
        journal.probeChanged("payments", false, "its listener is gone", since);
        scenario.lookAgain();
        folder.close();

        Recording recording = Recording.read(runs.resolve("run"));

        assertThat(recording.judged())
                .extracting(judged -> judged.verdict().outcome())
                .containsExactly(Outcome.MET, Outcome.MET, Outcome.INCONCLUSIVE);
        assertThat(recording.judged()).allSatisfy(judged -> assertThat(
                        Judge.judge(judged.expectation(), recording.snapshot(judged.scenario(), judged.look())))
                .isEqualTo(judged.verdict()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "$.token",
                "list[0].password",
                "list[1].secret[0]",
                "$['api key']",
                "cvc",
                "header Authorization",
                "card",
                "query.token"
            })
    void a_secret_of_a_table_is_compared_and_never_written(String path) throws IOException {
        Map<String, String> secrets =
                Map.of("cvc", "90210", "card", "4242424242424242", "list[1].secret[0]", "abc 90210");
        String secret = secrets.getOrDefault(path, "hunter2-90210");
        Message content = Message.of(
                Map.of(
                        "X-Correlation-Id",
                        List.of(scenario.correlationId()),
                        "Authorization",
                        List.of("hunter2-90210")),
                "application/json",
                "{\"token\":\"hunter2-90210\",\"list\":[{\"password\":\"hunter2-90210\"},{\"secret\":[\"abc 90210\"]}],"
                        + "\"api key\":\"hunter2-90210\",\"cvc\":90210,\"card\":\"4242424242424242\"}");
        journal.capture(Capture.effect(
                REFUND.system(), REFUND.name(), "POST /refunds", Map.of("query.token", "hunter2-90210"), content));

        assertThat(outcome(expect(exactly(1, REFUND, path, secret)))).isEqualTo(Outcome.MET);
        assertThat(outcome(expect(no(REFUND, path, secret)))).isEqualTo(Outcome.VIOLATED);
        assertThat(outcome(expect(no(REFUND, path, secret.replace('2', '3'))))).isEqualTo(Outcome.MET);
        assertThat(outcome(expect(atLeast(1, REFUND, path, "<contains " + secret + ">"))))
                .isEqualTo(Outcome.MET);
        assertThat(outcome(expect(atLeast(1, REFUND, path, "<any>")))).isEqualTo(Outcome.MET);
        scenario.expect(SOURCE, new Statement.NothingElse(scenario.stated()));
        folder.close();

        assertThat(Files.readString(runs.resolve("run/expectations.ndjson")))
                .doesNotContain("90210", "4242424242424242")
                .contains("masked-");
        Recording recording = Recording.read(runs.resolve("run"));
        assertThat(recording.judged()).hasSize(6).allSatisfy(judged -> assertThat(
                        Judge.judge(judged.expectation(), recording.snapshot(judged.scenario(), judged.look())))
                .isEqualTo(judged.verdict()));
    }

    private void text(String text) {
        journal.capture(Capture.effect(
                REFUND.system(), REFUND.name(), "POST /refunds", Map.of(), Message.of(Map.of(), "text/plain", text)));
    }

    private Vocabulary withStrays(Correlation.OnStray onStray) {
        Vocabulary all = bench.vocabulary;
        Correlation correlation = new Correlation(
                all.correlation().header(),
                all.correlation().keys(),
                onStray,
                all.correlation().mask());
        return new Vocabulary(
                all.application(), correlation, all.defaults(), all.systems(), all.actions(), all.workflows());
    }

    @Test
    void a_system_that_handoff_does_not_serve_cannot_be_told_what_to_answer() {
        assertThatThrownBy(() -> scenario.plan("ledger", null))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("ledger is of another type");
    }

    @Test
    void no_action_is_carried_out_when_the_application_has_ended() {
        assertThatThrownBy(() -> scenario.perform(null, Map.of(), "When it acts"))
                .isInstanceOf(CannotRun.class)
                .hasToString("the application has ended");
    }

    private record Stub(Map<String, Probe> probes) implements Environment {

        @Override
        public Map<String, FaultPlan> faults() {
            return Map.of();
        }

        @Override
        public String applicationUrl() {
            return "http://shop.test";
        }

        @Override
        public void requireApplication() {
            throw new EnvironmentFailed("the application has ended");
        }

        @Override
        public Map<String, String> facts() {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
