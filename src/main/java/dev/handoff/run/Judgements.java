package dev.handoff.run;

import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one scenario was judged by, in order, and what has become of it since. */
final class Judgements {

    private final String scenario;
    private final RunParts parts;
    private final Settling settling;
    private final Waiting waiting;
    private final PayloadContracts contracts;
    private final List<Judgement> all = new ArrayList<>();
    private Optional<Judgement> kept = Optional.empty();
    private final Set<Judgement> outdated = Collections.newSetFromMap(new IdentityHashMap<>());

    Judgements(String scenario, RunParts parts, Settling settling, Waiting waiting) {
        this.scenario = scenario;
        this.parts = parts;
        this.settling = settling;
        this.waiting = waiting;
        this.contracts = new PayloadContracts(parts.vocabulary(), parts.journal());
    }

    void add(Judgement judgement) {
        all.add(judgement);
        parts.folder().write(judgement.judged());
    }

    List<Judgement> all() {
        return List.copyOf(all);
    }

    /** What was stated, for a statement about everything else. */
    List<Statement> stated() {
        return all.stream()
                .map(judgement -> judgement.judged().expectation().statement())
                .filter(statement -> !(statement instanceof Statement.NothingElse))
                .toList();
    }

    /**
     * Looks once more at what was met since the last action: something may have come that breaks it, or leaves it in doubt.
     *
     * @return those that no longer hold, or of which that is not known any more; each is given once
     */
    List<Judgement> lookAgain() {
        SecondLook second = new SecondLook(
                scenario,
                parts.journal(),
                settling,
                waiting,
                all.stream().map(Judgement::snapshot).toList());
        long lastAction = second.lastAction();
        List<Judgement> broken = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Judgement met = all.get(i);
            if (met.judged().look() <= lastAction || verdict(met).outcome() != Outcome.MET || outdated.contains(met)) {
                continue;
            }
            Judgement now = second.at(met);
            if (now == met) {
                continue;
            }
            parts.folder().write(now.judged());
            if (verdict(now).outcome() == Outcome.MET) {
                all.set(i, now);
            } else {
                outdated.add(met);
                broken.add(now);
            }
        }
        all.addAll(broken);
        return broken;
    }

    /**
     * Judges whether every payload captured so far keeps its contract.
     *
     * @return empty when no payload has a contract
     */
    Optional<Judgement> contractsKept() {
        Optional<Judgement> now = contracts.judge(scenario, settling, parts.strays());
        if (now.isPresent() && !now.map(Judgements::verdict).equals(kept.map(Judgements::verdict))) {
            kept.ifPresent(all::remove);
            kept = now;
            add(now.get());
        }
        return kept;
    }

    /**
     * What no longer holds when the scenario ends, or is not known to.
     *
     * @param failed whether the scenario has failed already; then only contracts are looked at
     */
    List<Judgement> brokenAtLast(boolean failed) {
        List<Judgement> broken = new ArrayList<>(failed ? List.of() : lookAgain());
        Optional<Judgement> told = kept;
        contractsKept()
                .filter(judgement -> verdict(judgement).outcome() != Outcome.MET && !told.equals(kept))
                .ifPresent(broken::add);
        return broken;
    }

    private static Verdict verdict(Judgement judgement) {
        return judgement.judged().verdict();
    }
}
