package dev.handoff.report.html;

import dev.handoff.expectation.Finding;
import dev.handoff.expectation.Sighting;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Checked;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Entry;
import dev.handoff.journal.ExchangeEnded;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.FaultPlanned;
import dev.handoff.journal.Interval;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Performed;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.ScenarioEnded;
import dev.handoff.journal.Snapshot;
import dev.handoff.journal.StageReached;
import dev.handoff.recording.Judged;
import dev.handoff.report.text.Lines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scenario did and saw, as marks on lanes: its actions, each system, the stages of the workflow. */
final class Lanes {

    private static final String ACTIONS = "actions";
    private static final String STAGES = "workflow";

    private final Snapshot snapshot;
    private final Lines lines;
    private final Set<Long> named;
    private final Set<Long> contested;
    private final Map<Long, Captured> captured;
    private final Map<String, List<Mark>> lanes = new LinkedHashMap<>();

    private Lanes(Snapshot snapshot, List<Judged> judged) {
        this.snapshot = snapshot;
        this.lines = new Lines(snapshot);
        this.named = named(judged);
        this.contested = snapshot.contested().stream()
                .map(delivery -> delivery.captured().index())
                .collect(Collectors.toSet());
        this.captured = Stream.of(snapshot.effects(), snapshot.contested())
                .flatMap(Collection::stream)
                .map(Attributed::captured)
                .collect(Collectors.toMap(Captured::index, Function.identity()));
    }

    private static Set<Long> named(List<Judged> judged) {
        return judged.stream()
                .flatMap(one -> one.verdict().findings().stream())
                .flatMap(Lanes::sightings)
                .map(Sighting::entry)
                .collect(Collectors.toSet());
    }

    private static Stream<Sighting> sightings(Finding finding) {
        return Stream.concat(finding.sightings().stream(), Stream.ofNullable(finding.nearest()));
    }

    static List<Lane> of(Snapshot snapshot, List<Judged> judged) {
        return new Lanes(snapshot, judged).all();
    }

    private List<Lane> all() {
        lanes.put(ACTIONS, new ArrayList<>());
        snapshot.own().forEach(this::add);
        Stream.concat(snapshot.strays().stream(), snapshot.elsewhere().stream().map(Attributed::captured))
                .filter(delivery -> named.contains(delivery.index()))
                .forEach(delivery -> add(delivery, Sign.DOUBTFUL, ", not this scenario's"));
        gaps();
        List<Mark> stages = lanes.remove(STAGES);
        if (stages != null) {
            lanes.put(STAGES, stages);
        }
        return lanes.entrySet().stream()
                .filter(lane -> !lane.getValue().isEmpty())
                .map(lane -> new Lane(lane.getKey(), lane.getValue()))
                .toList();
    }

    private void add(Entry entry) {
        if (entry instanceof ActionStarted action) {
            add(ACTIONS, Sign.ACTION, action, action.at(), end(action), "action", action.text());
        } else if (entry instanceof Exchanged exchanged) {
            String request = exchanged.method() + " " + path(exchanged.url());
            String answer = exchanged.failure() == null ? String.valueOf(exchanged.status()) : "no answer";
            add(ACTIONS, Sign.EXCHANGE, exchanged, exchanged.sent(), exchanged.at(), request, request + " " + answer);
        } else if (entry instanceof Performed performed) {
            String done = performed.copyOf() == 0 ? performed.summary() : "copy of #" + performed.copyOf();
            add(
                    performed.system(),
                    Sign.PERFORMED,
                    performed,
                    performed.sent(),
                    performed.at(),
                    "done by Handoff",
                    done);
        } else if (entry instanceof Captured delivery) {
            boolean doubtful = contested.contains(delivery.index());
            add(delivery, doubtful ? Sign.DOUBTFUL : sign(delivery), doubtful ? ", fits several scenarios" : "");
        } else if (entry instanceof Changed changed) {
            Interval occurred = changed.occurred();
            String label =
                    (changed.gone() ? "end" : "change") + " of #" + changed.captured() + broken(changed.contract());
            add(
                    captured.get(changed.captured()).system(),
                    changed.gone() ? Sign.GONE : Sign.CHANGED,
                    changed,
                    occurred.earliest(),
                    occurred.latest(),
                    "later state",
                    label);
        } else if (entry instanceof FaultPlanned fault) {
            add(
                    fault.system(),
                    Sign.FAULT_PLANNED,
                    fault,
                    fault.at(),
                    lastMet(fault),
                    "fault",
                    "planned: " + fault.fault());
        } else if (entry instanceof FaultFired fault) {
            String met = fault.captured() == 0 ? "" : " on #" + fault.captured();
            add(fault.system(), Sign.FAULT, fault, fault.at(), fault.at(), "fault met", fault.fault() + met);
        } else if (entry instanceof ExchangeEnded ended) {
            Captured held = captured.get(ended.captured());
            Instant began = held == null ? ended.at() : held.at();
            String label = "end of #" + ended.captured() + ": " + ended.how();
            add(ended.system(), Sign.ENDED, ended, began, ended.at(), "exchange held open", label);
        } else if (entry instanceof StageReached stage) {
            Interval occurred = stage.occurred();
            add(STAGES, Sign.STAGE, stage, occurred.earliest(), occurred.latest(), "stage", stage.stage());
        }
    }

    /** Whether an entry is on no lane, since it happened in no system. */
    static boolean isOnNoLane(Entry entry) {
        return entry instanceof KeyLearned || entry instanceof ScenarioEnded;
    }

    /** Of deliveries that fit no scenario those are drawn that a finding names. */
    static long straysNotDrawn(Snapshot snapshot, List<Judged> judged) {
        Set<Long> named = named(judged);
        return snapshot.strays().stream()
                .filter(stray -> !named.contains(stray.index()))
                .count();
    }

    private void add(Captured delivery, Sign sign, String remark) {
        Interval occurred = delivery.occurred();
        boolean told = delivery.answerStatus() > 0 && delivery.disposition() != Disposition.ACCEPTED;
        add(
                delivery.system(),
                sign,
                delivery,
                occurred.earliest(),
                occurred.latest(),
                delivery.label(),
                delivery.label() + (told ? " " + delivery.answerStatus() : "") + broken(delivery.contract()) + remark);
    }

    private static String broken(Checked contract) {
        return contract != null && contract.isBroken() ? ", breaks its contract" : "";
    }

    private void add(String lane, Sign sign, Entry entry, Instant from, Instant to, String kind, String label) {
        lanes.computeIfAbsent(lane, none -> new ArrayList<>())
                .add(new Mark(
                        sign,
                        seconds(from),
                        seconds(to),
                        kind,
                        "#" + entry.index() + " " + label,
                        lines.full(entry),
                        named.contains(entry.index())));
    }

    private static Sign sign(Captured delivery) {
        return switch (delivery.disposition()) {
            case ACCEPTED -> Sign.EFFECT;
            case UNCONFIRMED -> Sign.UNCONFIRMED;
            case REJECTED -> Sign.REFUSED;
            case REPLAYED -> Sign.REPEATED;
        };
    }

    private static String path(String url) {
        return url.replaceFirst("^[a-z]+://[^/]*", "");
    }

    private Instant end(ActionStarted action) {
        return Stream.concat(
                        snapshot.entries(Exchanged.class)
                                .filter(exchanged -> exchanged.action() == action.index())
                                .map(Entry::at),
                        snapshot.entries(Performed.class)
                                .filter(performed -> performed.action() == action.index())
                                .map(Entry::at))
                .reduce(action.at(), (one, other) -> other.isAfter(one) ? other : one);
    }

    private Instant lastMet(FaultPlanned planned) {
        return snapshot.entries(FaultFired.class)
                .filter(fired ->
                        fired.system().equals(planned.system()) && fired.fault().equals(planned.fault()))
                .map(Entry::at)
                .reduce(planned.at(), (one, other) -> other.isAfter(one) ? other : one);
    }

    /** The times in which a probe was down during the scenario. */
    private void gaps() {
        Map<String, ProbeChanged> down = new LinkedHashMap<>();
        for (ProbeChanged change : snapshot.probes()) {
            if (!change.up()) {
                down.putIfAbsent(change.system(), change);
            } else {
                ProbeChanged from = down.remove(change.system());
                if (from != null) {
                    gap(from, change.at());
                }
            }
        }
        down.values().forEach(change -> gap(change, snapshot.taken()));
    }

    private void gap(ProbeChanged down, Instant to) {
        if (!to.isAfter(snapshot.started().at()) || down.from().isAfter(snapshot.taken())) {
            return;
        }
        lanes.computeIfAbsent(down.system(), none -> new ArrayList<>())
                .add(new Mark(
                        Sign.GAP,
                        Math.max(0, seconds(down.from())),
                        seconds(to),
                        "gap",
                        "not watched: " + down.detail(),
                        "#" + down.index() + " the probe of " + down.system() + " was down: " + down.detail(),
                        false));
    }

    private double seconds(Instant at) {
        return Duration.between(snapshot.started().at(), at).toNanos() / 1e9;
    }
}
