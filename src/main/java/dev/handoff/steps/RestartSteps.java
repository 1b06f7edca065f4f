package dev.handoff.steps;

import dev.handoff.expectation.EffectName;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** The application ends and is started again. */
public final class RestartSteps {

    private final World world;

    public RestartSteps(World world) {
        this.world = world;
    }

    @When("the application restarts")
    public void restarts() {
        restart(false);
    }

    @When("the application is killed and restarted")
    public void isKilled() {
        restart(true);
    }

    @Given("the application is killed as soon as the {effect} {happens}")
    public void isKilledOn(EffectName effect, ParameterTypes.Happening verb) {
        requireStart();
        world.scenario().killOn(effect);
    }

    private void restart(boolean kill) {
        requireStart();
        world.scenario().restart(kill, CurrentStep.source().text());
    }

    private static void requireStart() {
        if (Runs.vocabulary().application().start().isEmpty()) {
            throw Impossible.here("Handoff can end and start again only what it has started: say how under"
                    + " \"application: start\"");
        }
    }
}
