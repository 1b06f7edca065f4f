package dev.handoff.steps;

import dev.handoff.fault.AnswersStatus;
import io.cucumber.java.en.Given;

/** Planned misbehaviours of systems, for this scenario only. */
public final class FaultSteps {

    private final World world;

    public FaultSteps(World world) {
        this.world = world;
    }

    @Given("{system} answers {int} to the next request")
    public void answersOnce(String system, int status) {
        answers(system, status, 1);
    }

    @Given("{system} answers {int} to the next {int} requests")
    public void answers(String system, int status, int times) {
        try {
            world.scenario().plan(system, new AnswersStatus(status, times));
        } catch (IllegalArgumentException impossible) {
            throw new Undecided(impossible.getMessage());
        }
    }
}
