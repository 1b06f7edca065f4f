package dev.handoff.steps;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.Statement;
import dev.handoff.vocabulary.WorkflowSpec;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.List;

/** A workflow's whole contract in one sentence. */
public final class WorkflowSteps {

    private final World world;

    public WorkflowSteps(World world) {
        this.world = world;
    }

    @Then("the {workflow} workflow completes")
    public void completes(String name) {
        WorkflowSpec workflow = Runs.vocabulary().workflows().get(name);
        Words words = new Words(Runs.vocabulary());
        List<Count> promised = new ArrayList<>();
        workflow.promises()
                .forEach((effect, times) -> promised.add(new Count(words.effect(effect), times, times, List.of())));
        Statement counts = new Statement.Counts(
                promised,
                workflow.within().orElse(Runs.vocabulary().defaults().within()),
                workflow.within().isPresent());
        List<Statement> named = new ArrayList<>(world.scenario().stated());
        named.add(counts);
        world.expect(new Statement.All(List.of(counts, new Statement.NothingElse(named))));
    }
}
