package dev.handoff.steps;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Statement;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.List;

/** How effects are delivered: the number of attempts, their answers, and what they have in common. */
public final class AttemptSteps {

    private final World world;

    public AttemptSteps(World world) {
        this.world = world;
    }

    @Then("the {effect} takes {int} attempt(s)")
    public void takesAttempts(EffectName effect, int count) {
        world.expect(new Statement.Attempts(effect, count, List.of(), null, within()));
    }

    @Then("the {effect} takes {int} attempt(s) with the status(es) {statuses}")
    public void takesAttemptsWithStatuses(EffectName effect, int count, ParameterTypes.Statuses statuses) {
        world.expect(new Statement.Attempts(effect, count, statuses.list(), null, within()));
    }

    @Then("every attempt of the {effect} carries the same {string}")
    public void carriesTheSame(EffectName effect, String header) {
        world.expect(new Statement.Attempts(effect, null, List.of(), header, within()));
    }

    @Then("no attempt of the {effect} comes within {duration} of the one before")
    public void comesNotWithin(EffectName effect, Duration apart) {
        world.expect(new Statement.Spaced(effect, apart, within()));
    }

    @Then("the {effect} is given up after {int} attempt(s)")
    public void isGivenUpAfter(EffectName effect, int count) {
        world.expect(new Statement.All(List.of(
                new Statement.Counts(List.of(new Count(effect, 0, 0, List.of())), within(), false),
                new Statement.Attempts(effect, count, List.of(), null, within()))));
    }

    private static Duration within() {
        return Runs.vocabulary().defaults().within();
    }
}
