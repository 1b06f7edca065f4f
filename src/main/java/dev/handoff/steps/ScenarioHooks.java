package dev.handoff.steps;

import dev.handoff.expectation.Outcome;
import dev.handoff.journal.Looked;
import dev.handoff.recording.Judged;
import dev.handoff.report.allure.ScenarioPage;
import dev.handoff.run.Judgement;
import dev.handoff.run.LiveScenario;
import io.cucumber.java.After;
import io.cucumber.java.AfterAll;
import io.cucumber.java.Before;
import io.cucumber.java.BeforeAll;
import io.cucumber.java.Scenario;
import io.cucumber.plugin.event.TestCase;
import java.io.IOException;
import java.util.List;

/** Begins and ends the run and its scenarios. */
public final class ScenarioHooks {

    private final World world;

    public ScenarioHooks(World world) {
        this.world = world;
    }

    @BeforeAll
    public static void startRun() {
        Runs.start();
    }

    @AfterAll
    public static void stopRun() throws IOException {
        Runs.stop();
    }

    @Before(order = 0)
    public void watchingBegins(Scenario scenario) {
        TestCase testCase = CurrentStep.testCase();
        Rehearsed rehearsed = Mistakes.check(testCase);
        NotRun.passOver(rehearsed);
        world.takes(Runs.current().turn(rehearsed.alone()));
        world.begin(Runs.current()
                .scenario(
                        scenario.getName(),
                        CurrentStep.feature(testCase.getUri()),
                        testCase.getLocation().getLine(),
                        rehearsed.asksForStage()));
    }

    @After(order = 0)
    public void theEvidenceIsGathered(Scenario scenario) {
        try {
            if (world.hasBegun()) {
                gatherEvidence(scenario, world.live());
            }
        } finally {
            world.leave();
        }
    }

    private static void gatherEvidence(Scenario scenario, LiveScenario live) {
        LiveScenario.Ending ending = live.conclude(scenario.isFailed());
        List<String> late = ending.broken().stream().map(World::text).toList();
        List<Judged> judged = live.judgements().stream().map(Judgement::judged).toList();
        List<Looked> looks = live.judgements().stream()
                .map(judgement -> judgement.snapshot().looked())
                .toList();
        RunCoverage.stated(CurrentStep.testCase(), judged);
        ScenarioPage.complete(scenario.getId(), live.correlationId(), judged, looks, ending.last(), late);
        requireStillMet(ending.broken(), late);
        if (!scenario.isFailed()) {
            requireMetFaults(live);
        }
    }

    private static void requireStillMet(List<Judgement> broken, List<String> texts) {
        if (broken.isEmpty()) {
            return;
        }
        boolean violated =
                broken.stream().anyMatch(one -> one.judged().verdict().outcome() == Outcome.VIOLATED);
        String text = String.join("\n\n", texts);
        if (violated) {
            throw new ExpectationViolated(text);
        }
        throw new Undecided(text);
    }

    private static void requireMetFaults(LiveScenario live) {
        List<String> failed = live.failedFaults();
        if (!failed.isEmpty()) {
            throw new Undecided(String.join("\n", failed));
        }
        List<String> unmet = live.unmetFaults();
        if (!unmet.isEmpty()) {
            throw new Undecided("the fault tested nothing: " + String.join(", ", unmet)
                    + " was asked for, and no delivery of" + " this scenario met it");
        }
    }
}
