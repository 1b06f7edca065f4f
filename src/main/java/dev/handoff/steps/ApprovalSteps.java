package dev.handoff.steps;

import dev.handoff.run.Judgement;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.ApprovalSpec;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has to decide, what waits for it, and what becomes of it. */
public final class ApprovalSteps {

    private final World world;

    public ApprovalSteps(World world) {
        this.world = world;
    }

    @When("{string} approves the {approval}")
    public void approves(String who, String name) {
        decide(approval(name), who, approval(name).approve(), "approve", name);
    }

    @When("{string} rejects the {approval}")
    public void rejects(String who, String name) {
        decide(approval(name), who, approval(name).reject(), "reject", "rejection of the " + name);
    }

    @When("{string} tries to approve the {approval}")
    public void triesToApprove(String who, String name) {
        decide(approval(name), who, approval(name).approve(), "approve", "attempt at the " + name);
        world.attempted(name, who);
    }

    @When("{string} tries to reject the {approval}")
    public void triesToReject(String who, String name) {
        decide(approval(name), who, approval(name).reject(), "reject", "attempt at the " + name);
        world.attempted(name, who);
    }

    @Then("a/an/the {approval} is pending for {string}")
    public void isPending(String name, String role) {
        world.expect(statements(name).pendingFor(role, defaultWindow(), false));
    }

    @Then("a/an/the {approval} is pending for {string} within {duration}")
    public void isPendingWithin(String name, String role, Duration within) {
        world.expect(statements(name).pendingFor(role, within, true));
    }

    @Then("no {approval} is asked for")
    public void isNotAskedFor(String name) {
        world.expect(statements(name).notAskedFor());
    }

    @Then("{effects} is/are held back until the {approval}")
    public void areHeldBack(ParameterTypes.Effects effects, String name) {
        world.expect(statements(name).holdsBack(effects.list()));
    }

    @Then("the {approval} unlocks {effects}")
    public void unlocks(String name, ParameterTypes.Effects effects) {
        world.expect(statements(name).unlocks(effects.list()));
    }

    @Then("the {approval} is refused to {string}")
    public void isRefused(String name, String who) {
        if (!world.hasAttempted(name, who)) {
            throw new Undecided(
                    "\"" + who + "\" has not tried before; say When \"" + who + "\" tries to approve the " + name);
        }
        world.expect(statements(name).refused());
    }

    @Then("the {approval} is rejected")
    public void isRejected(String name) {
        world.expect(statements(name).rejected());
    }

    @Then("the {approval} times out within {duration}")
    public void timesOut(String name, Duration within) {
        world.expect(statements(name).expires(within));
    }

    @Then("the {approval} is escalated to {string} within {duration}")
    public void isEscalated(String name, String role, Duration within) {
        world.expect(statements(name).escalatedTo(role, within));
    }

    private void decide(
            ApprovalSpec approval, String who, Optional<ActionSpec.Request> request, String key, String action) {
        ActionSpec.Request sent = request.orElseThrow(() -> new Undecided("the vocabulary does not say how to " + key
                + " a " + approval.name() + "; write " + key + " under it, at " + approval.place()));
        Map<String, Object> parameters = Approver.values(approval, who);
        Judgement open = world.scenario()
                .find(CurrentStep.source(), statements(approval.name()).isOpen());
        world.require(open);
        parameters.putAll(Approver.recorded(open));
        String text = CurrentStep.source().text();
        world.scenario()
                .perform(
                        new ActionSpec(
                                text, text, List.of(), Optional.of(action), List.of(sent), false, approval.place()),
                        parameters,
                        text);
    }

    private static ApprovalStatements statements(String name) {
        return new ApprovalStatements(approval(name), new Words(Runs.vocabulary()), defaultWindow());
    }

    private static ApprovalSpec approval(String name) {
        return Runs.vocabulary().approvals().get(name);
    }

    private static Duration defaultWindow() {
        return Runs.vocabulary().defaults().within();
    }
}
