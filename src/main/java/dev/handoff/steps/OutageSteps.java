package dev.handoff.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Systems that are away for a while. */
public final class OutageSteps {

    private final World world;

    public OutageSteps(World world) {
        this.world = world;
    }

    @Given("{system} is down")
    public void isDown(String system) {
        world.scenario().takeDown(system);
    }

    @When("{system} is back")
    public void isBack(String system) {
        world.scenario().bringBack(system);
    }
}
