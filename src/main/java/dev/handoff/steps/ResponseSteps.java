package dev.handoff.steps;

import dev.handoff.expectation.Statement;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** What the application answers, and which stage it says a workflow has reached. */
public final class ResponseSteps {

    private final World world;

    public ResponseSteps(World world) {
        this.world = world;
    }

    @Then("the response status is {int}")
    public void status(int status) {
        world.expect(new Statement.ResponseStatus(status));
    }

    @Then("the response has:")
    public void has(DataTable table) {
        world.expect(new Statement.ResponseHas(Tables.fields(table, world.scenario()::value)));
    }

    @Then("the workflow reaches {string}")
    public void reaches(String stage) {
        reachesWithin(stage, Runs.vocabulary().defaults().within());
    }

    @Then("the workflow reaches {string} within {duration}")
    public void reachesWithin(String stage, Duration within) {
        if (Runs.vocabulary().application().status().isEmpty()) {
            throw new Undecided(
                    "the vocabulary does not say how to ask for a stage: add \"status\" under \"application\"");
        }
        world.expect(new Statement.Reaches(stage, within));
    }
}
