package dev.handoff.expectation;

import dev.handoff.contract.Contract;
import dev.handoff.contract.Contracts;
import dev.handoff.contract.NotASchema;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Checked;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Entry;
import dev.handoff.journal.ExchangeEnded;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.FaultPlanned;
import dev.handoff.journal.Interval;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Looked;
import dev.handoff.journal.Message;
import dev.handoff.journal.Performed;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.journal.Sequence;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Snapshot;
import dev.handoff.journal.StageReached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A history told entry by entry, all times in seconds since the scenario began. What is not told is well: each probe
 * works, and has seen everything up to the look. What follows a delivery describes it.
 */
public final class History {

    public static final EffectName REFUND = new EffectName("provider refund", "payments");
    public static final EffectName PAYOUT = new EffectName("payout", "payments");
    public static final EffectName NOTICE = new EffectName("support notification", "mail");
    public static final EffectName LEDGER = new EffectName("ledger entry", "ledger");

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final String SCENARIO = "6f1c1c8e-0000-4000-8000-000000000001";
    private static final String OTHER = "6f1c1c8e-0000-4000-8000-000000000002";
    private static final List<String> SYSTEMS = List.of("payments", "mail", "ledger");

    private final List<ProbeChanged> probes = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Changed> changes = new ArrayList<>();
    private final Map<String, Sight> sights = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> unasked = new LinkedHashMap<>();
    private ScenarioStarted started;
    private Settlement settlement = Settlement.OPEN;
    private long last;

    private History() {}

    /** A scenario begins while every probe works. */
    public static History begins() {
        History history = new History();
        SYSTEMS.forEach(system -> history.probeUp(-5, system));
        return history.start();
    }

    /** A scenario begins, and no probe has proved yet that it works. */
    public static History beginsUnproven() {
        return new History().start();
    }

    /** What happens before the scenario begins. */
    public static History before() {
        return new History();
    }

    public History start() {
        started = new ScenarioStarted(
                ++last, START, SCENARIO, "A refund is paid once", "features/refunds.feature", 10, List.of());
        return this;
    }

    public static Instant at(double seconds) {
        return START.plusNanos(Math.round(seconds * 1e6) * 1000);
    }

    public History action(double at, String name) {
        entries.add(new ActionStarted(++last, at(at), SCENARIO, name, "When " + name + " is made"));
        return this;
    }

    public History exchange(double at, int status, String json) {
        Message answer = new Message(Map.of("X-Kind", List.of("test")), "application/json", json, 0);
        return exchange(at, status, answer, null, false);
    }

    /** An answered request that took a while to prepare, or to be answered. */
    public History exchange(double sent, double at, int status) {
        return exchange(sent, at, status, Message.EMPTY, null, false);
    }

    /** A redirect that is followed, or a login before the purchase. */
    public History exchangeOnTheWay(double at, int status) {
        return exchange(at, status, Message.EMPTY, null, true);
    }

    public History noAnswer(double at, String failure) {
        return exchange(at, 0, null, failure, false);
    }

    private History exchange(double at, int status, Message answer, String failure, boolean onTheWay) {
        return exchange(at, at, status, answer, failure, onTheWay);
    }

    private History exchange(double sent, double at, int status, Message answer, String failure, boolean onTheWay) {
        long action = entries.stream()
                .filter(ActionStarted.class::isInstance)
                .mapToLong(Entry::index)
                .max()
                .orElse(0);
        entries.add(new Exchanged(
                ++last,
                at(at),
                SCENARIO,
                action,
                at(sent),
                "POST",
                "/refunds",
                Message.EMPTY,
                status,
                answer,
                failure,
                onTheWay));
        return this;
    }

    public History stage(double from, double to, String stage) {
        entries.add(new StageReached(++last, at(to), SCENARIO, new Interval(at(from), at(to)), stage));
        return this;
    }

    public History effect(double at, EffectName effect) {
        return delivery(at, effect.name(), effect.system(), Belonging.OURS);
    }

    /** Something that the vocabulary has no name for. */
    public History unmapped(double at, String system) {
        return delivery(at, null, system, Belonging.OURS);
    }

    public History stray(double at, EffectName effect) {
        return delivery(at, effect.name(), effect.system(), Belonging.NOBODYS);
    }

    /** Something that fits another scenario only, by its correlation ID. */
    public History elsewhere(double at, EffectName effect) {
        return delivery(at, effect.name(), effect.system(), Belonging.THEIRS);
    }

    /** The scenario learns a business key. */
    public History learned(double at, String name, String value) {
        entries.add(new KeyLearned(++last, at(at), SCENARIO, name, value, started.index()));
        return this;
    }

    /** Something that fits another scenario as well. */
    public History contested(double at, EffectName effect) {
        return delivery(at, effect.name(), effect.system(), Belonging.CONTESTED);
    }

    private History delivery(double at, String effect, String system, Belonging belonging) {
        deliveries.add(new Delivery(++last, at(at), effect, system, belonging));
        return this;
    }

    public History between(double earliest, double latest) {
        told().occurred = new Interval(at(earliest), at(latest));
        return this;
    }

    public History body(String json) {
        told().body = json;
        return this;
    }

    public History cutAt(long bytes) {
        told().cutAt = bytes;
        return this;
    }

    public History header(String name, String value) {
        told().headers.put(name, List.of(value));
        return this;
    }

    public History property(String name, String value) {
        told().properties.put(name, value);
        return this;
    }

    /** Its place in the sequence of a table. */
    public History number(String table, String value) {
        return number(table, null, value);
    }

    public History number(String table, String per, String value) {
        told().sequence = new Sequence(table, "number", per, value);
        return this;
    }

    public History summary(String summary) {
        told().summary = summary;
        return this;
    }

    public History answered(int status) {
        told().status = status;
        return this;
    }

    public History rejected(int status) {
        told().disposition = Disposition.REJECTED;
        return answered(status);
    }

    /** Refused with this JSON. */
    public History rejected(int status, String json) {
        told().answer = new Message(Map.of(), "application/problem+json", json, 0);
        return rejected(status);
    }

    /** Accepted, and its sender was not told. */
    public History unconfirmed(int status) {
        told().disposition = Disposition.UNCONFIRMED;
        return answered(status);
    }

    /** The exchange of what was just delivered, held open by a fault, ends. */
    public History exchangeEnded(double at, String how) {
        entries.add(new ExchangeEnded(++last, at(at), SCENARIO, told().system, told().index, false, how));
        return this;
    }

    public History replayed(int status) {
        told().disposition = Disposition.REPLAYED;
        return answered(status);
    }

    /** Its idempotency key. */
    public History key(String key) {
        told().handoff = key;
        return header("Idempotency-Key", key);
    }

    /** A fault met what was just delivered. */
    public History fault(double at, String fault) {
        entries.add(new FaultFired(++last, at(at), SCENARIO, told().system, fault, told().index));
        return this;
    }

    public History faultPlanned(double at, String system, String fault) {
        entries.add(new FaultPlanned(++last, at(at), SCENARIO, system, fault));
        return this;
    }

    /** Handoff did something to a system itself, for no action. */
    public History performed(double sent, double at, String system, String summary) {
        entries.add(new Performed(++last, at(at), SCENARIO, 0, at(sent), system, summary, Message.EMPTY, 0));
        return this;
    }

    /** What was just delivered is delivered again by Handoff itself. */
    public History copied(double at) {
        entries.add(new Performed(
                ++last, at(at), SCENARIO, 0, at(at), told().system, "a copy", Message.EMPTY, told().index));
        return this;
    }

    /** What was just delivered is another by now. */
    public History changed(double at, String json) {
        return changed(at, at, json);
    }

    /** The same, known to have happened in a time. */
    public History changed(double earliest, double latest, String json) {
        Message content = new Message(Map.of(), "application/json", json, 0);
        changes.add(new Changed(
                ++last,
                at(latest),
                told().index,
                new Interval(at(earliest), at(latest)),
                content,
                false,
                told().check(content)));
        return this;
    }

    /** What was just delivered is there no more. */
    public History gone(double at) {
        changes.add(new Changed(++last, at(at), told().index, Interval.at(at(at)), Message.EMPTY, true, null));
        return this;
    }

    private Delivery told() {
        return deliveries.get(deliveries.size() - 1);
    }

    public History probeUp(double at, String system) {
        probes.add(new ProbeChanged(++last, at(at), system, true, "its canary came back"));
        return this;
    }

    public History probeDown(double at, String system) {
        probes.add(new ProbeChanged(++last, at(at), system, false, "connection lost"));
        return this;
    }

    /** A probe is found to be down that was last seen working some time ago. */
    public History probeDown(double at, double since, String system) {
        probes.add(new ProbeChanged(++last, at(at), system, false, "connection lost", at(since)));
        return this;
    }

    /** It has seen what happened at that moment, and nothing after it. */
    public History seen(String system, double upTo) {
        sights.put(
                system,
                new Sight(at(upTo).plusNanos(1000), system + " seen so far", unasked.getOrDefault(system, Map.of())));
        return this;
    }

    public History notSeen(String system) {
        sights.put(system, new Sight(null, system + " has not answered a poll yet"));
        return this;
    }

    public History unwatched(String system) {
        sights.put(system, null);
        return this;
    }

    public History unasked(EffectName effect) {
        unasked.computeIfAbsent(effect.system(), none -> new LinkedHashMap<>())
                .put(effect.name(), "refund_id is not known in this scenario");
        return this;
    }

    /** A delivery that was held against a contract. */
    public History contract(String schema) {
        try {
            told().contract = Contract.of(schema);
            return this;
        } catch (NotASchema wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    public History settled() {
        settlement = new Settlement(
                Settlement.State.SETTLED, List.of("quiet for 1.0 s", "shop.events consumed to offset 412"), false);
        return this;
    }

    public History settledByTimeAlone() {
        settlement = new Settlement(Settlement.State.SETTLED, List.of("quiet for 1.0 s"), true);
        return this;
    }

    public History gaveUp(String pending) {
        settlement = new Settlement(Settlement.State.GAVE_UP, List.of(pending), false);
        return this;
    }

    /** All that is known just after a moment; the history may go on after it. */
    public Snapshot look(double at) {
        Instant taken = at(at).plusNanos(1000);
        Map<String, Sight> all = new LinkedHashMap<>();
        SYSTEMS.forEach(system -> all.put(
                system, new Sight(taken, system + " served throughout", unasked.getOrDefault(system, Map.of()))));
        sights.forEach((system, sight) -> {
            if (sight == null) {
                all.remove(system);
            } else {
                all.put(system, sight);
            }
        });
        return new Snapshot(
                started,
                entries,
                attributed(Belonging.OURS),
                attributed(Belonging.CONTESTED),
                deliveries.stream()
                        .filter(delivery -> delivery.belonging == Belonging.NOBODYS)
                        .map(Delivery::captured)
                        .toList(),
                attributed(Belonging.THEIRS),
                changes,
                probes,
                Map.of(OTHER, "Another refund"),
                new Looked(last + 1, taken, SCENARIO, all, settlement));
    }

    private List<Attributed> attributed(Belonging belonging) {
        Claim ours = new Claim(SCENARIO, Claim.By.KEY, "order_id", "A-100", "$.order_id");
        Claim theirs = new Claim(OTHER, Claim.By.KEY, "order_id", "A-100", "$.order_id");
        Claim marked = new Claim(OTHER, Claim.By.CORRELATION, "correlation ID", OTHER, "header X-Correlation-Id");
        return deliveries.stream()
                .filter(delivery -> delivery.belonging == belonging)
                .map(delivery -> new Attributed(
                        delivery.captured(),
                        switch (belonging) {
                            case OURS -> List.of(ours);
                            case THEIRS -> List.of(marked);
                            default -> List.of(ours, theirs);
                        }))
                .toList();
    }

    private enum Belonging {
        OURS,
        NOBODYS,
        THEIRS,
        CONTESTED
    }

    private static final class Delivery {
        private final long index;
        private final Instant at;
        private final String effect;
        private final String system;
        private final Belonging belonging;
        private final Map<String, List<String>> headers = new LinkedHashMap<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private Interval occurred;
        private Disposition disposition = Disposition.ACCEPTED;
        private String body = "";
        private long cutAt;
        private String summary;
        private String handoff;
        private Sequence sequence;
        private int status = 201;
        private Contract contract;
        private Message answer;

        Delivery(long index, Instant at, String effect, String system, Belonging belonging) {
            this.index = index;
            this.at = at;
            this.effect = effect;
            this.system = system;
            this.belonging = belonging;
            this.occurred = Interval.at(at);
            this.summary = "POST /" + system;
        }

        Captured captured() {
            Message content = new Message(headers, "application/json", body, cutAt);
            return new Captured(
                    index,
                    at,
                    system,
                    effect,
                    disposition,
                    occurred,
                    summary,
                    properties,
                    content,
                    status,
                    answer,
                    handoff,
                    sequence,
                    List.of(),
                    check(content));
        }

        Checked check(Message content) {
            return contract == null
                    ? null
                    : new Contracts(Map.of(effect, contract))
                            .check(effect, content)
                            .orElse(null);
        }
    }
}
