package dev.handoff.run;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Attributed;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges what was met by all that has come since. A settlement stands as long as nothing came that belongs to the
 * scenario: then what a probe missed later is beyond what was promised. Otherwise the scenario has to settle anew.
 */
final class SecondLook {

    private final String scenario;
    private final Journal journal;
    private final Settling settling;
    private final Waiting waiting;
    private final Snapshot now;
    private final List<Snapshot> before;
    private Settlement restless = Settlement.OPEN;

    /**
     * @param before by what the scenario was judged so far, in order
     */
    SecondLook(String scenario, Journal journal, Settling settling, Waiting waiting, List<Snapshot> before) {
        this.scenario = scenario;
        this.journal = journal;
        this.settling = settling;
        this.waiting = waiting;
        this.now = journal.glance(scenario, Map.of(), Settlement.OPEN);
        this.before = List.copyOf(before);
    }

    /** The index of the last action; 0 when there was none. */
    long lastAction() {
        return now.lastAction().map(ActionStarted::index).orElse(0L);
    }

    /** What takes the place of a judgement that was met; the same one when nothing is to be added to it. */
    Judgement at(Judgement met) {
        Expectation expectation = met.judged().expectation();
        Map<String, Sight> sights = sights(met.snapshot());
        Settlement settlement = settlement(met.snapshot());
        Verdict verdict = Judge.judge(expectation, journal.glance(scenario, sights, settlement));
        if (!verdict.open()) {
            if (stands(met, verdict)) {
                return met;
            }
            Snapshot look = journal.look(scenario, sights, settlement);
            Verdict looked = Judge.judge(expectation, look);
            if (!looked.open()) {
                return new Judgement(new Judged(scenario, look.looked().index(), expectation, looked), look);
            }
        }
        Judgement waited = waiting.judgeOrFail(expectation);
        if (waited.snapshot().settlement().state() == Settlement.State.GAVE_UP) {
            restless = waited.snapshot().settlement();
        }
        return stands(met, waited.judged().verdict()) ? met : waited;
    }

    private static boolean stands(Judgement met, Verdict now) {
        return now.outcome() == Outcome.MET
                && now.notes().equals(met.judged().verdict().notes());
    }

    private Settlement settlement(Snapshot first) {
        return first.settlement().state() != Settlement.State.SETTLED
                ? restless
                : Stream.concat(Stream.of(first), before.stream())
                        .filter(this::stillRests)
                        .findFirst()
                        .map(SecondLook::standing)
                        .orElse(restless);
    }

    private boolean stillRests(Snapshot look) {
        return look.settlement().state() == Settlement.State.SETTLED
                && deliveries(look).containsAll(deliveries(now));
    }

    private static Settlement standing(Snapshot look) {
        Settlement found = look.settlement();
        return found.upTo() == null ? found.standing(seenEverywhereBefore(look)) : found;
    }

    private static Set<Long> deliveries(Snapshot snapshot) {
        return Stream.concat(snapshot.effects().stream(), snapshot.contested().stream())
                .map(Attributed::captured)
                .flatMap(captured -> Stream.concat(
                        Stream.of(captured.index()),
                        snapshot.changesOf(captured).map(Changed::index)))
                .collect(Collectors.toSet());
    }

    /** A probe that went down at once has seen nothing at the very moment up to which it had seen. */
    private static Instant seenEverywhereBefore(Snapshot first) {
        return first.looked().sights().values().stream()
                .map(Sight::seenUpTo)
                .filter(Objects::nonNull)
                .map(seen -> seen.minusNanos(1))
                .reduce(first.taken(), (a, b) -> a.isBefore(b) ? a : b);
    }

    /** What was seen once stays seen, whatever has become of the probe. */
    private Map<String, Sight> sights(Snapshot first) {
        Map<String, Sight> sights = new TreeMap<>(first.looked().sights());
        settling.sights().forEach((system, sight) -> sights.merge(system, sight, SecondLook::further));
        return sights;
    }

    private static Sight further(Sight before, Sight now) {
        boolean further = now.seenUpTo() != null
                && (before.seenUpTo() == null || !now.seenUpTo().isBefore(before.seenUpTo()));
        return further ? now : before;
    }
}
