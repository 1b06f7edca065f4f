package dev.handoff.steps;

import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.report.text.FailureText;
import dev.handoff.run.Judgement;
import dev.handoff.run.LiveScenario;

/** The scenario that is running, shared by all glue of one scenario. */
public final class World {

    private LiveScenario scenario;

    void begin(LiveScenario live) {
        scenario = live;
    }

    boolean hasBegun() {
        return scenario != null;
    }

    LiveScenario scenario() {
        return scenario;
    }

    /** States something and fails the step unless it is met. */
    void expect(Statement statement) {
        require(scenario.expect(CurrentStep.source(), statement));
    }

    static void require(Judgement judgement) {
        Outcome outcome = judgement.judged().verdict().outcome();
        if (outcome == Outcome.VIOLATED) {
            throw new ExpectationViolated(text(judgement));
        }
        if (outcome == Outcome.INCONCLUSIVE) {
            throw new Undecided(text(judgement));
        }
    }

    static String text(Judgement judgement) {
        return FailureText.of(
                judgement.judged(),
                judgement.snapshot(),
                Runs.current().folder().resolve("journal.ndjson").toString());
    }
}
