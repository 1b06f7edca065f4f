package dev.handoff.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The append-only record of one run. Thread-safe. Every entry gets its index and its time here, is written to the sink
 * before anyone can see it, and wakes whoever waits for its scenario.
 */
public final class Journal {

    private static final Pattern LAST_SEGMENT = Pattern.compile("(?<!/)/(?=[^/?#]*\\d)([^/?#]+)/?(?:[?#].*)?$");

    private final Sink sink;
    private final KeyNames keyNames;
    private final Masking masking;
    private final PayloadCheck contracts;
    private final Attribution attribution;
    private final RunClock clock;
    private final Map<String, ScenarioTrack> tracks = new HashMap<>();
    private final TreeMap<Long, ScenarioTrack> running = new TreeMap<>();
    private final TreeMap<Long, Captured> strays = new TreeMap<>();
    private final TreeMap<Long, Delivery> lasting = new TreeMap<>();
    private final Latest<Delivery> recent = new Latest<>();
    private final List<ProbeChanged> probes = new ArrayList<>();
    private final UnmaskedMemory unmasked = new UnmaskedMemory();
    private final List<Consumer<Captured>> listeners = new CopyOnWriteArrayList<>();
    private long last;

    public Journal(JournalSettings settings, Sink sink) {
        this(settings, sink, Clock.systemUTC());
    }

    Journal(JournalSettings settings, Sink sink, Clock wall) {
        this(settings, sink, new RunClock(wall));
    }

    Journal(JournalSettings settings, Sink sink, RunClock clock) {
        this.sink = sink;
        this.keyNames = new KeyNames(settings.keys(), settings.parameters());
        this.masking = new Masking(settings.mask());
        this.contracts = settings.contracts();
        this.attribution = new Attribution(keyNames, masking);
        this.clock = clock;
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
        return startScenario(UUID.randomUUID().toString(), name, feature, line, tracers);
    }

    /** The same under a correlation ID that the caller made, a UUID. */
    public synchronized ScenarioStarted startScenario(
            String correlationId, String name, String feature, int line, Collection<String> tracers) {
        attribution.start(correlationId, name, last + 1, tracers);
        ScenarioStarted started =
                new ScenarioStarted(++last, clock.now(), correlationId, name, feature, line, List.copyOf(tracers));
        ScenarioTrack track = new ScenarioTrack(started);
        tracks.put(correlationId, track);
        running.put(started.index(), track);
        sink.write(started);
        return started;
    }

    /**
     * A scenario ends: it can't be looked at any more, and of what was captured for it nothing is kept in memory but what
     * leads late arrivals back to it.
     */
    public synchronized void endScenario(String scenario) {
        add(new ScenarioEnded(++last, clock.now(), scenario), scenario);
        ScenarioTrack track = tracks.remove(scenario);
        if (track != null) {
            attribution.end(scenario, last);
            running.remove(track.started().index());
            release(oldest());
        }
    }

    /** The index from which on somebody who runs may have caused what was captured; of none who runs, the next one. */
    public synchronized long oldest() {
        return running.isEmpty() ? last + 1 : running.firstKey();
    }

    /** The run is over: what nobody was judged by is handed to the sink. */
    public synchronized void end() {
        release(last + 1);
    }

    /** Lets go of deliveries from before an entry: no scenario that runs had begun by then. */
    private void release(long before) {
        attribution.release(before).forEach(this::noteLeftOver);
        strays.headMap(before).clear();
        lasting.headMap(before).clear();

        unmasked.forget(before);
    }

    private void noteLeftOver(Delivery delivery) {
        if (delivery.claims().isEmpty()) {
            leftOver(delivery, Leftover.Why.FITS_NONE);
        } else if (delivery.isContested()) {
            leftOver(delivery, Leftover.Why.FITS_SEVERAL);
        } else if (attribution.hadEnded(delivery.claims().get(0).scenario(), delivery.captured())) {
            leftOver(delivery, Leftover.Why.CAME_AFTER_THE_END);
        }
    }

    private void leftOver(Delivery delivery, Leftover.Why why) {
        sink.leftOver(new Leftover(
                delivery.captured(),
                why,
                delivery.claims(),
                delivery.claims().stream()
                        .map(claim -> attribution.nameOf(claim.scenario()))
                        .toList()));
    }

    public synchronized ActionStarted actionStarted(String scenario, String name, String text) {
        return add(new ActionStarted(++last, clock.now(), scenario, name, masking.text(text)), scenario);
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
        return exchanged(scenario, action, sent, method, url, request, status, answer, null, onTheWay);
    }

    /** A request that got no answer. */
    public synchronized Exchanged unanswered(
            String scenario, long action, Instant sent, String method, String url, Message request, String failure) {
        return exchanged(scenario, action, sent, method, url, request, 0, null, failure, false);
    }

    private Exchanged exchanged(
            String scenario,
            long action,
            Instant sent,
            String method,
            String url,
            Message request,
            int status,
            Message answer,
            String failure,
            boolean onTheWay) {
        Exchanged exchanged = add(
                new Exchanged(
                        ++last,
                        clock.now(),
                        scenario,
                        action,
                        sent,
                        method,
                        masking.text(url),
                        masking.mask(request),
                        status,
                        masking.mask(answer),
                        failure == null ? null : masking.text(failure),
                        onTheWay),
                scenario);
        write(attribution.teach(scenario, request, exchanged.index()));
        if (answer != null) {
            write(attribution.teach(scenario, answer, exchanged.index()));
            answer.header("Location")
                    .flatMap(Journal::resource)
                    .ifPresent(id -> write(attribution.learn(scenario, "location", id, exchanged.index())));
        }
        return exchanged;
    }

    /**
     * Something that an action did to a system itself; teaches the scenario its keys unless it repeats a delivery.
     *
     * @param action 0 where a fault did it
     * @param copyOf the delivery that it repeats; 0 when it repeats none
     */
    public synchronized Performed performed(
            String scenario, long action, Instant sent, String system, String summary, Message content, long copyOf) {
        Performed performed = add(
                new Performed(
                        ++last,
                        clock.now(),
                        scenario,
                        action,
                        sent,
                        system,
                        masking.text(summary),
                        masking.mask(content),
                        copyOf),
                scenario);
        if (copyOf == 0) {
            write(attribution.teach(scenario, content, performed.index()));
        }
        return performed;
    }

    /** The ID at the end of an address's path. A word without a digit is a page, as in {@code /login}, and no ID. */
    private static Optional<String> resource(String address) {
        Matcher last = LAST_SEGMENT.matcher(address);
        return last.find() ? Optional.of(last.group(1)) : Optional.empty();
    }

    /** A request is about to leave: its keys are the scenario's own before the first effect can come. */
    public synchronized void requestLeaves(String scenario, Message request) {
        write(attribution.teach(scenario, request, lastIndex(scenario)));
    }

    /**
     * A scenario learns a value under a name. It is a business key if the name is one; if systems are asked by it, it
     * leads back what they answer.
     */
    public synchronized void learn(String scenario, String name, String value) {
        keyNames.remembered(name).ifPresent(key -> write(attribution.learn(scenario, key, value, lastIndex(scenario))));
    }

    private long lastIndex(String scenario) {
        ScenarioTrack track = tracks.get(scenario);
        return track == null ? last : track.lastIndex();
    }

    /** The first value that a scenario learned for a business key, as it came; for acting on it, never for writing. */
    public synchronized Optional<String> learned(String scenario, String name) {
        return attribution.first(scenario, keyNames.key(name).orElse(name));
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
    public Captured capture(Capture seen, Message sent, List<FaultMet> faults) {
        Values values = Values.in(seen.content(), seen.properties());
        Capture masked = masking.mask(seen);
        Checked checked = checked(seen.effect(), sent);
        Delivery delivery;
        synchronized (this) {
            delivery = capture(seen, masked, values, checked);
            for (FaultMet met : faults) {
                fired(met, delivery.captured());
            }
        }
        announce(delivery.captured());
        return delivery.captured();
    }

    /** The same of something that stays where it is and may change: its probe will say when it has. */
    public Captured captureLasting(Capture seen) {
        Values values = Values.in(seen.content(), seen.properties());
        Capture masked = masking.mask(seen);
        Checked checked = checked(seen.effect(), seen.content());
        Delivery delivery;
        synchronized (this) {
            delivery = capture(seen, masked, values, checked);
            lasting.put(delivery.captured().index(), delivery);
        }
        announce(delivery.captured());
        return delivery.captured();
    }

    private Checked checked(String effect, Message sent) {
        return contracts.check(effect, sent).map(masking::mask).orElse(null);
    }

    private void fired(FaultMet met, Captured by) {
        add(
                new FaultFired(++last, clock.now(), met.scenario(), by.system(), met.fault(), by.index(), met.held()),
                met.scenario());
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

    private void announce(Captured captured) {
        listeners.forEach(listener -> listener.accept(captured));
    }

    /** An exchange that a misbehaviour held open has ended. */
    public synchronized void exchangeEnded(
            String scenario, String system, long captured, boolean answered, String how) {
        add(new ExchangeEnded(++last, clock.now(), scenario, system, captured, answered, how), scenario);
    }

    /**
     * A probe saw that something it captured before has changed. Nothing is noted of what no scenario that runs may have
     * caused.
     *
     * @param content what it is now; null when it is gone
     * @return what was noted
     */
    public synchronized Optional<Changed> changed(Captured effect, Instant earliest, Message content) {
        Delivery delivery = lasting.get(effect.index());
        if (delivery == null) {
            return Optional.empty();
        }
        Instant now = clock.now();
        Changed changed = new Changed(
                ++last,
                now,
                effect.index(),
                new Interval(earliest.isAfter(now) ? now : earliest, now),
                content == null ? Message.EMPTY : masking.mask(content),
                content == null);
        sink.write(changed);
        delivery.changes().add(changed);
        delivery.claims().forEach(claim -> tell(claim.scenario(), now));
        if (content != null) {
            List.copyOf(delivery.claims())
                    .forEach(claim -> write(attribution.teach(claim.scenario(), content, changed.index())));
        }
        return Optional.of(changed);
    }

    private void tell(String scenario, Instant at) {
        ScenarioTrack track = tracks.get(scenario);
        if (track != null) {
            track.wake(at);
        }
    }

    private Delivery capture(Capture seen, Capture masked, Values values, Checked checked) {
        Instant now = clock.now();
        Instant latest = seen.latest().orElse(now);
        Instant earliest = seen.earliest().orElse(latest);
        Captured captured = new Captured(
                ++last,
                now,
                seen.system(),
                seen.effect(),
                seen.disposition(),
                new Interval(earliest.isAfter(latest) ? latest : earliest, latest),
                masked.summary(),
                masked.properties(),
                masked.content(),
                seen.answerStatus(),
                masked.answer(),
                seen.handoff(),
                masked.sequence(),
                attribution.claims(values),
                checked);
        Delivery delivery = new Delivery(captured);
        unmasked.keep(captured.index(), seen.content(), captured.content());
        sink.write(captured);
        recent.add(captured, delivery);
        if (captured.claims().isEmpty()) {
            strays.put(captured.index(), captured);
        }
        captured.claims().forEach(claim -> give(delivery, claim, now));
        boolean full = attribution.remember(
                delivery,
                same(captured.content(), seen.content()),
                same(captured.properties(), seen.properties()),
                values);
        captured.claims()
                .forEach(claim -> write(attribution.teach(claim.scenario(), seen.content(), captured.index())));
        if (!Attribution.isClaimable(delivery)) {
            noteLeftOver(delivery);
        }
        if (full) {
            release(oldest());
        }
        return delivery;
    }

    /** What was masked nowhere is kept once. */
    private static <T> T same(T kept, T equal) {
        return kept.equals(equal) ? kept : equal;
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
        return unmasked.of(captured);
    }

    /** The scenarios that a delivery would fit if it were captured now. */
    public List<Claim> whose(Message content, Map<String, String> properties) {
        Values values = Values.in(content, properties);
        synchronized (this) {
            return attribution.claims(values);
        }
    }

    public synchronized void faultPlanned(String scenario, String system, String fault) {
        add(new FaultPlanned(++last, clock.now(), scenario, system, fault), scenario);
    }

    public synchronized void faultFired(String scenario, String system, String fault, long captured) {
        add(new FaultFired(++last, clock.now(), scenario, system, fault, captured), scenario);
    }

    /** A probe proved that it works, or stopped working. */
    public void probeChanged(String system, boolean up, String detail) {
        probeChanged(system, up, detail, null);
    }

    /** The same of a probe that was last seen working at an earlier instant, if that is known. */
    public synchronized void probeChanged(String system, boolean up, String detail, Instant since) {
        ProbeChanged changed = new ProbeChanged(++last, clock.now(), system, up, masking.text(detail), since);
        sink.write(changed);
        probes.add(changed);
        tracks.values().forEach(ScenarioTrack::wake);
    }

    public synchronized void stageReached(String scenario, Interval occurred, String stage) {
        add(new StageReached(++last, clock.now(), scenario, occurred, stage), scenario);
    }

    /** Puts a look on record: what is judged now is judged by the journal up to here. */
    public synchronized Snapshot look(String scenario, Map<String, Sight> sights, Settlement settlement) {
        Looked looked = new Looked(++last, clock.now(), scenario, sights, settlement);
        sink.write(looked);
        return snapshot(scenario, recent.all(), looked);
    }

    /** The same without a record and without a look at other scenarios, for a wait that may go on. */
    public synchronized Snapshot glance(String scenario, Map<String, Sight> sights, Settlement settlement) {
        return snapshot(scenario, Stream.empty(), new Looked(last, clock.now(), scenario, sights, settlement));
    }

    private Snapshot snapshot(String scenario, Stream<Delivery> others, Looked looked) {
        ScenarioTrack track = tracks.get(scenario);
        if (track == null) {
            throw new IllegalStateException("the scenario " + scenario + " is not running");
        }
        return track.snapshot(
                strays.tailMap(track.started().index(), false).values(),
                stray -> Optional.ofNullable(lasting.get(stray.index()))
                        .map(Delivery::changes)
                        .orElse(List.of()),
                others,
                probes,
                attribution::nameOf,
                looked);
    }

    /** Deliveries that fit no scenario, in order of capture, as far as somebody who runs may still learn a key to them. */
    synchronized List<Captured> strays() {
        return List.copyOf(strays.values());
    }

    /** Deliveries that fit several scenarios, with those scenarios, in order of capture, as far as one of them runs. */
    synchronized List<Attributed> contested() {
        TreeMap<Long, Attributed> contested = new TreeMap<>();
        tracks.values().stream()
                .flatMap(track -> track.deliveries().stream())
                .filter(Delivery::isContested)
                .forEach(delivery -> contested.put(delivery.captured().index(), delivery.attributed()));
        return List.copyOf(contested.values());
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
        return tracks.get(scenario);
    }

    private <E extends Entry> E add(E entry, String scenario) {
        sink.write(entry);
        ScenarioTrack track = tracks.get(scenario);
        if (track != null) {
            track.add(entry);
        }
        return entry;
    }

    private void write(Attribution.Consequences consequences) {
        for (Attribution.Lesson lesson : consequences.lessons) {
            add(
                    new KeyLearned(
                            ++last,
                            clock.now(),
                            lesson.scenario(),
                            lesson.name(),
                            attribution.shown(lesson.name(), lesson.value()),
                            lesson.from()),
                    lesson.scenario());
        }
        for (Attribution.Late late : consequences.claims) {
            Claimed claimed =
                    new Claimed(++last, clock.now(), late.delivery().captured().index(), late.claim());
            sink.write(claimed);
            strays.remove(claimed.captured());
            give(late.delivery(), late.claim(), claimed.at());
        }
    }

    /** Lets a scenario know of a delivery that fits it, and the others that the delivery fits, too. */
    private void give(Delivery delivery, Claim claim, Instant at) {
        for (Claim fit : delivery.claims()) {
            ScenarioTrack track = tracks.get(fit.scenario());
            if (track != null && fit.scenario().equals(claim.scenario())) {
                track.add(delivery, at);
            } else if (track != null) {
                track.wake();
            }
        }
    }
}
