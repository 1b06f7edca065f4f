package dev.handoff.steps;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Statement;
import dev.handoff.run.Again;
import dev.handoff.run.Judgement;
import dev.handoff.vocabulary.SystemSpec;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;

/** Messages of a broker that are delivered more than once, late, or after newer ones. */
public final class RedeliverySteps {

    private final World world;

    public RedeliverySteps(World world) {
        this.world = world;
    }

    @When("the {effect} is delivered again")
    public void again(EffectName effect) {
        again(effect, new Again(false, 1, Duration.ZERO));
    }

    @When("the {effect} is delivered again {int} times")
    public void againAndAgain(EffectName effect, int times) {
        if (times < 1 || times > 100) {
            throw new Undecided("from 1 to 100 copies can be delivered, not " + times);
        }
        again(effect, new Again(false, times, Duration.ZERO));
    }

    @When("the {effect} is delivered again after {duration}")
    public void againLate(EffectName effect, Duration after) {
        again(effect, new Again(false, 1, after));
    }

    @When("the first {effect} is delivered again")
    public void firstAgain(EffectName effect) {
        again(effect, new Again(true, 1, Duration.ZERO));
    }

    @Given("every {effect} is delivered twice")
    public void twice(EffectName effect) {
        requireMessage(effect);
        world.scenario().deliverTwice(effect);
    }

    private void again(EffectName effect, Again again) {
        requireMessage(effect);
        Statement found = new Statement.Counts(
                List.of(new Count(effect, 1, null, List.of())),
                Runs.vocabulary().defaults().within(),
                false);
        Judgement judgement = world.scenario().find(CurrentStep.source(), found);
        world.require(judgement);
        world.scenario()
                .redeliver(effect, judgement, again, CurrentStep.source().text());
    }

    private static void requireMessage(EffectName effect) {
        SystemSpec system = Runs.vocabulary().systems().get(effect.system());
        if (!system.isBroker()) {
            throw new Undecided("only a message of a broker can be delivered again, and the " + effect.name()
                    + " is recorded in " + effect.system() + ", which is none; what an action has sent is repeated by"
                    + " \"the same request is sent again\"");
        }
    }
}
