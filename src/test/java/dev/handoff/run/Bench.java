package dev.handoff.run;

import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Snapshot;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.Application;
import dev.handoff.vocabulary.Correlation;
import dev.handoff.vocabulary.Defaults;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Template;
import dev.handoff.vocabulary.Vocabulary;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** A scenario with two systems that can be told what they see, in a real journal, with times that a test can wait for. */
final class Bench {

    static final EffectName REFUND = new EffectName("provider refund", "payments");
    static final EffectName ENTRY = new EffectName("ledger entry", "ledger");
    static final Source SOURCE = new Source("a.feature", 7, "Then it is so");
    static final Duration QUIET = Duration.ofMillis(30);
    static final Duration SETTLE = Duration.ofMillis(200);
    static final Duration HORIZON = Duration.ofMillis(60);
    static final Duration LONG = Duration.ofSeconds(60);
    static final Defaults QUICK = new Defaults(Duration.ofMillis(80), QUIET, SETTLE, HORIZON);

    final Written written = new Written();
    final Journal journal = new Journal(new JournalSettings(Map.of("order_id", List.of()), Set.of()), written);
    final StubProbe payments = new StubProbe("payments", journal);
    final StubProbe ledger = new StubProbe("ledger", journal);
    final Map<String, Probe> probes = new LinkedHashMap<>();
    final Vocabulary vocabulary;
    final Settling settling;
    final String ours;
    final String theirs;

    Bench() {
        this(QUICK);
    }

    /** Its payments say nothing of a retry horizon, its ledger has one of {@link #LONG}. */
    Bench(Defaults defaults) {
        this(application(Optional.empty(), Optional.empty()), "", defaults);
    }

    Bench(Application application, String url, Defaults defaults) {
        vocabulary = vocabulary(application, defaults);
        probes.put("payments", payments);
        probes.put("ledger", ledger);
        probes.keySet().forEach(system -> journal.probeChanged(system, true, "its canary came back"));
        ours = journal.startScenario("ours", "a.feature", 1, List.of()).scenario();
        theirs = journal.startScenario("theirs", "a.feature", 9, List.of()).scenario();
        Evidence evidence = new Evidence(application, probes, new ApplicationEndpoint(url));
        settling = new Settling(ours, vocabulary, probes, journal, evidence, name -> Optional.empty());
    }

    static Application application(Optional<Application.Idle> idle, Optional<Application.Status> status) {
        return new Application(
                "shop", Template.of("http://shop"), Optional.empty(), idle, Optional.empty(), status, Optional.empty());
    }

    private static Vocabulary vocabulary(Application application, Defaults defaults) {
        Map<String, SystemSpec> systems = new LinkedHashMap<>();
        systems.put("payments", system("payments", Optional.empty()));
        systems.put("ledger", system("ledger", Optional.of(LONG)));
        Correlation correlation = new Correlation("X-Correlation-Id", List.of(), Correlation.OnStray.WARN, List.of());
        return new Vocabulary(application, correlation, defaults, systems, List.of(), Map.of());
    }

    private static SystemSpec system(String name, Optional<Duration> retryHorizon) {
        return new SystemSpec.Http(name, Optional.empty(), Optional.empty(), retryHorizon, false, List.of());
    }

    Waiting waiting() {
        StagePolling none = new StagePolling(ours, journal, Optional.empty(), null, name -> Optional.empty(), false);
        return new Waiting(ours, journal, settling, none, vocabulary.defaults().settle());
    }

    static Expectation that(Statement statement) {
        return new Expectation(SOURCE, statement, Expectation.Strays.WARN);
    }

    void act() {
        journal.actionStarted(ours, "act", "When it acts");
    }

    Captured effect(EffectName effect) {
        return effect(effect, ours);
    }

    Captured effect(EffectName effect, String scenario) {
        return journal.capture(seen(effect, Message.of(marked(scenario), "application/json", "{}")));
    }

    Captured refused(EffectName effect, String key) {
        return refused(effect, key, "{}");
    }

    Captured refused(EffectName effect, String key, String body) {
        return answered(effect, Disposition.REJECTED, 503, key, body);
    }

    Captured accepted(EffectName effect, String key) {
        return accepted(effect, key, "{}");
    }

    Captured accepted(EffectName effect, String key, String body) {
        return answered(effect, Disposition.ACCEPTED, 201, key, body);
    }

    private Captured answered(EffectName effect, Disposition disposition, int status, String key, String body) {
        return journal.capture(seen(effect, Message.of(marked(ours), "application/json", body))
                .answered(disposition, status, Message.EMPTY, key));
    }

    Captured text(EffectName effect, String text) {
        return journal.capture(seen(effect, Message.of(Map.of(), "text/plain", text)));
    }

    private static Capture seen(EffectName effect, Message content) {
        return Capture.effect(effect.system(), effect.name(), "POST /" + effect.system(), Map.of(), content);
    }

    private static Map<String, List<String>> marked(String scenario) {
        return Map.of("X-Correlation-Id", List.of(scenario));
    }

    Snapshot glance() {
        return journal.glance(ours, settling.sights(), Settlement.OPEN);
    }

    Settlement assess() {
        return settling.assess(glance());
    }

    /** Assesses until the scenario is at rest. */
    Settlement settle() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(this::assess, settlement -> settlement.state() == Settlement.State.SETTLED);
    }

    void passes(Instant instant) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> journal.now().isAfter(instant));
    }

    /** The quiet time passes without anything that happens. */
    void quietPasses() {
        passes(journal.lastChange(ours).plus(vocabulary.defaults().quiet()));
    }
}
