package dev.handoff.steps;

import io.cucumber.java.en.When;

/** The last request again. */
public final class RequestSteps {

    private final World world;

    public RequestSteps(World world) {
        this.world = world;
    }

    @When("the same request is sent again")
    public void again() {
        world.scenario().repeat(CurrentStep.source().text());
    }

    @When("{int} identical requests are sent at the same time")
    public void atTheSameTime(int times) {
        if (times < 2 || times > 100) {
            throw new Undecided("from 2 to 100 requests can be sent at the same time, not " + times);
        }
        world.scenario().repeatAtOnce(times, CurrentStep.source().text());
    }
}
