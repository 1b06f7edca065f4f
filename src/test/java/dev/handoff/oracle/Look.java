package dev.handoff.oracle;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Map;

/**
 * What could be known of a scenario when somebody looked.
 *
 * @param place of the look in the story
 * @param lastLook whether the longest wait is over
 * @param pending why the scenario is not at rest; empty when it is
 * @param effects by their index in the journal
 */
record Look(
        String scenario,
        int place,
        long at,
        boolean lastLook,
        List<String> pending,
        Snapshot snapshot,
        Map<Long, Effect> effects) {

    /** The same after the longest wait. */
    private Snapshot givenUp() {
        List<String> why = pending.isEmpty() ? List.of("not everything was seen up to the end of the window") : pending;
        dev.handoff.journal.Looked looked = snapshot.looked();
        return new Snapshot(
                snapshot.started(),
                snapshot.entries(),
                snapshot.effects(),
                snapshot.contested(),
                snapshot.strays(),
                snapshot.elsewhere(),
                snapshot.changes(),
                snapshot.probes(),
                snapshot.scenarioNames(),
                new dev.handoff.journal.Looked(
                        looked.index(),
                        looked.at(),
                        looked.scenario(),
                        looked.sights(),
                        new Settlement(Settlement.State.GAVE_UP, why, false)));
    }

    /** As one who waits would judge: given up only what is still open. */
    Judged judge(Expectation expectation) {
        Verdict verdict = Judge.judge(expectation, snapshot);
        if (verdict.open() && lastLook) {
            Snapshot late = givenUp();
            return new Judged(Judge.judge(expectation, late), late);
        }
        return new Judged(verdict, snapshot);
    }

    record Judged(Verdict verdict, Snapshot snapshot) {

        boolean gaveUp() {
            return snapshot.settlement().state() == Settlement.State.GAVE_UP;
        }

        boolean settled() {
            return snapshot.settlement().state() == Settlement.State.SETTLED;
        }
    }
}
