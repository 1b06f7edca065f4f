package dev.handoff.steps;

import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.report.text.FailureText;
import dev.handoff.run.Judgement;
import dev.handoff.run.LiveScenario;
import dev.handoff.run.Scene;
import dev.handoff.run.Turn;
import java.util.Optional;

/** The scenario that is running, shared by all glue of one scenario. */
public final class World {

    private Turn turn;
    private LiveScenario live;
    private Scene scenario;
    private String attempt;

    void takes(Turn own) {
        turn = own;
    }

    void leave() {
        if (turn != null) {
            turn.end();
        }
    }

    void begin(LiveScenario beginning) {
        live = beginning;
        scenario = beginning;
    }

    void rehearse(Scene rehearsal) {
        scenario = rehearsal;
    }

    boolean hasBegun() {
        return live != null;
    }

    LiveScenario live() {
        return live;
    }

    Scene scenario() {
        return scenario;
    }

    /** Somebody tried to decide who may not be allowed to. */
    void attempted(String approval, String who) {
        attempt = who + " at " + approval;
    }

    /** Whether it was they who tried last. */
    boolean hasAttempted(String approval, String who) {
        return (who + " at " + approval).equals(attempt);
    }

    /** States something and fails the step unless it is met. */
    void expect(Statement statement) {
        require(scenario.expect(CurrentStep.source(), statement));
    }

    /** Fails the step unless a judgement is met. What is not met may come of a broken contract: that is told beside it. */
    void require(Judgement judgement) {
        Outcome outcome = judgement.judged().verdict().outcome();
        if (outcome == Outcome.MET) {
            return;
        }
        Optional<String> broken = brokenContract();
        if (outcome == Outcome.VIOLATED) {
            throw new ExpectationViolated(
                    text(judgement) + broken.map(text -> "\n\n" + text).orElse(""));
        }
        if (broken.isPresent()) {
            throw new ExpectationViolated(broken.get() + "\n\n" + text(judgement));
        }
        throw new Undecided(text(judgement));
    }

    private Optional<String> brokenContract() {
        return Optional.ofNullable(live)
                .flatMap(LiveScenario::contractsKept)
                .filter(kept -> kept.judged().verdict().outcome() == Outcome.VIOLATED)
                .map(World::text);
    }

    static String text(Judgement judgement) {
        return FailureText.of(
                judgement.judged(),
                judgement.snapshot(),
                Runs.current().folder().resolve("journal.ndjson").toString());
    }
}
