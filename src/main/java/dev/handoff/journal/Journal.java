package dev.handoff.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The append-only record of one run. Thread-safe. Every entry gets its index and its time here, is written to the sink
 * before anyone can see it, and wakes whoever waits for its scenario.
 */
public final class Journal {

    private final RunMark run;
    private final RunClock clock;
    private final Masking masking;
    private final Attribution attribution;
    private final Inspection inspection;
    private final Entries entries;
    private final Scenarios scenarios;
    private final Deliveries deliveries = new Deliveries();
    private final Learning learning;
    private final Leftovers leftovers;
    private final Actions actions;
    private final Captures captures;
    private final Changes changes;
    private final Faults faults;
    private final ProbeStates probes;
    private final Looks looks;
    private final Listeners listeners = new Listeners();

    public Journal(JournalSettings settings, Sink sink) {
        this(settings, sink, RunMark.random());
    }

    /** The journal of a run whose mark the caller made. */
    public Journal(JournalSettings settings, Sink sink, RunMark run) {
        this(settings, sink, run, new RunClock(Clock.systemUTC()));
    }

    Journal(JournalSettings settings, Sink sink, RunClock clock) {
        this(settings, sink, RunMark.random(), clock);
    }

    private Journal(JournalSettings settings, Sink sink, RunMark run, RunClock clock) {
        this.run = run;
        this.clock = clock;
        KeyNames keyNames = new KeyNames(settings.keys(), settings.parameters());
        this.masking = new Masking(settings.mask());
        this.attribution = new Attribution(run, keyNames, masking);
        this.inspection = new Inspection(masking, settings.contracts());
        this.entries = new Entries(sink, clock);
        this.scenarios = new Scenarios(entries, attribution);
        this.learning = new Learning(keyNames, attribution, entries, scenarios, deliveries);
        this.leftovers = new Leftovers(attribution, deliveries, sink);
        this.actions = new Actions(scenarios, learning, masking);
        this.captures = new Captures(entries, scenarios, attribution, deliveries, learning, leftovers);
        this.changes = new Changes(entries, scenarios, learning, masking);
        this.faults = new Faults(scenarios);
        this.probes = new ProbeStates(entries, scenarios, masking);
        this.looks = new Looks(entries, scenarios, deliveries, probes, attribution);
    }

    /** The time of the run's own clock, which never goes back. */
    public Instant now() {
        return clock.now();
    }

    /** How far the run's clock is ahead of this machine's by now. */
    public ClockDifference aheadOfWall() {
        return clock.aheadOfWall();
    }

    /** A scenario begins; from now on everything captured may be its own. */
    public synchronized ScenarioStarted startScenario(
            String name, String feature, int line, Collection<String> tracers) {
        return startScenario(run.correlationId(), name, feature, line, tracers);
    }

    /** The same under a correlation ID that the caller made, a UUID. */
    public synchronized ScenarioStarted startScenario(
            String correlationId, String name, String feature, int line, Collection<String> tracers) {
        return scenarios.start(correlationId, name, feature, line, tracers);
    }

    /**
     * A scenario ends: it can't be looked at any more, and of what was captured for it nothing is kept in memory but what
     * leads late arrivals back to it.
     */
    public synchronized void endScenario(String scenario) {
        if (scenarios.end(scenario)) {
            leftovers.release(scenarios.oldest());
        }
    }

    /** The index from which on somebody who runs may have caused what was captured; of none who runs, the next one. */
    public synchronized long oldest() {
        return scenarios.oldest();
    }

    /** The run is over: what nobody was judged by is handed to the sink. */
    public synchronized void end() {
        leftovers.release(entries.last() + 1);
    }

    public synchronized ActionStarted actionStarted(String scenario, String name, String text) {
        return actions.started(scenario, name, text);
    }

    /**
     * An answered request; teaches the scenario the keys in request and answer.
     *
     * @param onTheWay whether more follows in the same action
     */
    public synchronized Exchanged exchanged(
            String scenario,
            long action,
            Instant sent,
            String method,
            String url,
            Message request,
            int status,
            Message answer,
            boolean onTheWay) {
        return actions.exchanged(scenario, action, sent, method, url, request, status, answer, null, onTheWay);
    }

    /** A request that got no answer. */
    public synchronized Exchanged unanswered(
            String scenario, long action, Instant sent, String method, String url, Message request, String failure) {
        return actions.exchanged(scenario, action, sent, method, url, request, 0, null, failure, false);
    }

    /**
     * Something that an action did to a system itself; teaches the scenario its keys unless it repeats a delivery.
     *
     * @param action 0 where a fault did it
     * @param copyOf the delivery that it repeats; 0 when it repeats none
     */
    public synchronized Performed performed(
            String scenario, long action, Instant sent, String system, String summary, Message content, long copyOf) {
        return actions.performed(scenario, action, sent, system, summary, content, copyOf);
    }

    /** A request is about to leave: its keys are the scenario's own before the first effect can come. */
    public synchronized void requestLeaves(String scenario, Message request) {
        learning.teach(scenario, request);
    }

    /**
     * A scenario learns a value under a name. It is a business key if the name is one; if systems are asked by it, it
     * leads back what they answer.
     */
    public synchronized void learn(String scenario, String name, String value) {
        learning.remember(scenario, name, value);
    }

    /** The first value that a scenario learned for a business key, as it came; for acting on it, never for writing. */
    public synchronized Optional<String> learned(String scenario, String name) {
        return learning.first(scenario, name);
    }

    /** A probe saw a delivery. */
    public Captured capture(Capture seen) {
        return capture(seen, List.of());
    }

    /** The same of a delivery that met planned misbehaviours of its system: nobody sees it without them. */
    public Captured capture(Capture seen, List<FaultMet> faults) {
        return capture(seen, seen.content(), faults);
    }

    /**
     * The same of a delivery of which its system did not keep all.
     *
     * @param sent as it was sent: that is what its contract is about
     */
    public Captured capture(Capture seen, Message sent, List<FaultMet> met) {
        return enter(inspection.inspect(seen, sent), delivery -> faults.met(met, delivery.captured()));
    }

    /** The same of something that stays where it is and may change: its probe will say when it has. */
    public Captured captureLasting(Capture seen) {
        return enter(inspection.inspect(seen, seen.content()), deliveries::mayChange);
    }

    private Captured enter(Inspected inspected, Consumer<Delivery> atOnce) {
        Delivery delivery;
        synchronized (this) {
            delivery = captures.enter(inspected);
            atOnce.accept(delivery);
        }
        listeners.tell(delivery.captured());
        return delivery.captured();
    }

    /**
     * Tells a listener of each delivery as soon as it is on record, in the thread that captured it: before whoever sent it
     * has its answer, and before a probe says that it has seen so far.
     */
    public void listen(Consumer<Captured> listener) {
        listeners.add(listener);
    }

    /** The opposite of {@link #listen}. */
    public void unlisten(Consumer<Captured> listener) {
        listeners.remove(listener);
    }

    /** An exchange that a misbehaviour held open has ended. */
    public synchronized void exchangeEnded(
            String scenario, String system, long captured, boolean answered, String how) {
        faults.exchangeEnded(scenario, system, captured, answered, how);
    }

    /**
     * A probe saw that something it captured before has changed. Nothing is noted of what no scenario that runs may have
     * caused.
     *
     * @param content what it is now; null when it is gone
     * @return what was noted
     */
    public Optional<Changed> changed(Captured effect, Instant earliest, Message content) {
        Checked contract = content == null ? null : inspection.checked(effect.effect(), content);
        synchronized (this) {
            return deliveries
                    .lasting(effect.index())
                    .map(delivery -> changes.enter(delivery, earliest, content, contract));
        }
    }

    /** A value as it is written when it stands under a name: equal ones stay equal, and a secret cannot be read. */
    public String masked(String name, String value) {
        return masking.value(name, value);
    }

    /** A text as it is written. */
    public String masked(String text) {
        return masking.text(text);
    }

    /** A delivery's content as it came, secrets included, while it is remembered; for acting on it, never for writing. */
    public synchronized Optional<Message> unmasked(long captured) {
        return deliveries.unmasked(captured);
    }

    /** The scenarios that a delivery would fit if it were captured now. */
    public List<Claim> whose(Message content, Map<String, String> properties) {
        Values values = Values.in(content, properties);
        synchronized (this) {
            return attribution.claims(values);
        }
    }

    public synchronized void faultPlanned(String scenario, String system, String fault) {
        faults.planned(scenario, system, fault);
    }

    public synchronized void faultFired(String scenario, String system, String fault, long captured) {
        faults.fired(scenario, system, fault, captured);
    }

    /** A probe proved that it works, or stopped working. */
    public void probeChanged(String system, boolean up, String detail) {
        probeChanged(system, up, detail, null);
    }

    /** The same of a probe that was last seen working at an earlier instant, if that is known. */
    public synchronized void probeChanged(String system, boolean up, String detail, Instant since) {
        probes.changed(system, up, detail, since);
    }

    public synchronized void stageReached(String scenario, Interval occurred, String stage) {
        scenarios.add(scenario, stamp -> new StageReached(stamp.index(), stamp.at(), scenario, occurred, stage));
    }

    /** Puts a look on record: what is judged now is judged by the journal up to here. */
    public synchronized Snapshot look(String scenario, Map<String, Sight> sights, Settlement settlement) {
        return looks.look(scenario, sights, settlement);
    }

    /** The same without a record and without a look at other scenarios, for a wait that may go on. */
    public synchronized Snapshot glance(String scenario, Map<String, Sight> sights, Settlement settlement) {
        return looks.glance(scenario, sights, settlement);
    }

    /** Deliveries that fit no scenario, in order of capture, as far as somebody who runs may still learn a key to them. */
    synchronized List<Captured> strays() {
        return deliveries.strays();
    }

    /** How often something has happened to a scenario so far; see {@link #awaitChange}. */
    public long version(String scenario) {
        return track(scenario).version();
    }

    /** When something last happened that belongs to the scenario. */
    public Instant lastChange(String scenario) {
        return track(scenario).lastChange();
    }

    /** Waits until something happens to a scenario after the given version, or the time is over. */
    public void awaitChange(String scenario, long version, Duration atMost) throws InterruptedException {
        track(scenario).awaitChange(version, atMost);
    }

    private synchronized ScenarioTrack track(String scenario) {
        return scenarios.track(scenario).orElse(null);
    }
}
