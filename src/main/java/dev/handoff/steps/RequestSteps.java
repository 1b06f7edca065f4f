package dev.handoff.steps;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Statement;
import dev.handoff.run.Judgement;
import io.cucumber.java.en.When;
import java.util.List;

/** Actions that every team has: a request again, and links that were mailed. */
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

    @When("^(?:the|a|an) [\\w ]+ follows the link in the (.+)$")
    public void follows(String name) {
        Words words = new Words(Runs.vocabulary());
        EffectName effect = words.effect(name);
        if (effect == null) {
            throw new Undecided(UnknownSentences.unknownEffect(name, words));
        }
        Statement found = new Statement.Counts(
                List.of(new Count(effect, 1, null, List.of())),
                Runs.vocabulary().defaults().within(),
                false);
        Judgement judgement = world.scenario().find(CurrentStep.source(), found);
        world.require(judgement);
        world.scenario().followLink(judgement, CurrentStep.source().text());
    }
}
