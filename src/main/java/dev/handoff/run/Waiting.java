package dev.handoff.run;

import dev.handoff.action.ActionFailed;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Waits until an expectation can be judged: woken by entries, and by the clock where a window or a quiet time ends. */
final class Waiting {

    private final String scenario;
    private final Journal journal;
    private final Settling settling;
    private final StagePolling stages;
    private final Duration longestSettling;

    Waiting(String scenario, Journal journal, Settling settling, StagePolling stages, Duration longestSettling) {
        this.scenario = scenario;
        this.journal = journal;
        this.settling = settling;
        this.stages = stages;
        this.longestSettling = longestSettling;
    }

    /** The verdict, when nothing more can change it or the longest wait is over. */
    Judgement judge(Expectation expectation) throws InterruptedException {
        Instant closes = closing(expectation);
        Instant giveUp = closes.plus(longestSettling);
        AskingAgain askingAgain = new AskingAgain();
        while (true) {
            long version = journal.version(scenario);
            stages.pollFor(expectation.statement());
            Map<String, Sight> sights = sights();
            Snapshot unsettled = journal.glance(scenario, sights, Settlement.OPEN);
            Settlement settlement = Settlement.OPEN;
            boolean open = Judge.judge(expectation, unsettled).open();
            if (open) {
                settlement = settling.assess(unsettled);
                open = settlement.state() == Settlement.State.OPEN || isOpen(expectation, sights, settlement);
                if (open && journal.now().isAfter(giveUp)) {
                    settlement =
                            new Settlement(Settlement.State.GAVE_UP, whyGivenUp(settlement, unsettled, closes), false);
                    open = isOpen(expectation, sights, settlement);
                }
            }
            if (!open) {
                Snapshot snapshot = journal.look(scenario, sights, settlement);
                Verdict verdict = Judge.judge(expectation, snapshot);
                if (!verdict.open() && (journal.version(scenario) == version || isFinal(settlement))) {
                    Judged judged = new Judged(scenario, snapshot.looked().index(), expectation, verdict);
                    return new Judgement(judged, snapshot);
                }
                continue;
            }
            if (!journal.now().isBefore(closes)) {
                settling.seeUpTo(closes);
            }
            journal.awaitChange(scenario, version, pause(unsettled, closes, giveUp, askingAgain.after(version)));
        }
    }

    /**
     * The same.
     *
     * @throws ActionFailed when the thread is interrupted meanwhile; then it stays so
     */
    Judgement judgeOrFail(Expectation expectation) {
        try {
            return judge(expectation);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ActionFailed("the wait for \"" + expectation.source().text() + "\" was interrupted");
        }
    }

    private boolean isOpen(Expectation expectation, Map<String, Sight> sights, Settlement settlement) {
        return Judge.judge(expectation, journal.glance(scenario, sights, settlement))
                .open();
    }

    /** A scenario may be at rest, and a probe still never see the end of the window. */
    private List<String> whyGivenUp(Settlement settlement, Snapshot snapshot, Instant closes) {
        if (settlement.state() != Settlement.State.SETTLED) {
            return settling.pending();
        }
        List<String> blind = new ArrayList<>(settling.blind(snapshot, closes));
        blind.add("not everything was seen up to the end of the window");
        return blind;
    }

    private static boolean isFinal(Settlement settlement) {
        return settlement.state() != Settlement.State.SETTLED;
    }

    private Map<String, Sight> sights() {
        Map<String, Sight> sights = new TreeMap<>(settling.sights());
        stages.sight().ifPresent(sight -> sights.put(StagePolling.NAME, sight));
        return sights;
    }

    private Instant closing(Expectation expectation) {
        Snapshot now = journal.glance(scenario, Map.of(), Settlement.OPEN);
        Instant closes = now.acted().plus(expectation.statement().within());
        return closes.isAfter(now.taken()) ? closes : now.taken();
    }

    private Duration pause(Snapshot snapshot, Instant closes, Instant giveUp, Duration askAgain) {
        Instant now = journal.now();
        Instant next = settling.isSettled() ? closes : settling.notBefore(snapshot);
        if (closes.isAfter(now) && closes.isBefore(next)) {
            next = closes;
        }
        if (giveUp.isBefore(next)) {
            next = giveUp;
        }
        Duration left = Duration.between(now, next);
        Duration pause = left.isNegative() || left.isZero() ? askAgain : left;
        return stages.isPolling() && stages.every().compareTo(pause) < 0 ? stages.every() : pause;
    }
}
