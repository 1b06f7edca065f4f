package dev.handoff.steps;

import dev.handoff.fault.RefusesRecipients;
import dev.handoff.vocabulary.SystemSpec;
import io.cucumber.java.en.Given;

/** Planned misbehaviours of mail servers that no other system has, for this scenario only. */
public final class MailFaultSteps {

    private final World world;

    public MailFaultSteps(World world) {
        this.world = world;
    }

    @Given("{system} bounces {mails}")
    public void bounces(String system, ParameterTypes.Mails mails) {
        FaultSteps.requireRecorder(system, mails.next());
        world.scenario().bounce(system, mails.next());
    }

    @Given("{system} refuses recipients at {string}")
    public void refusesRecipients(String system, String domain) {
        if (!(Runs.vocabulary().systems().get(system) instanceof SystemSpec.Mail)) {
            throw Impossible.here("only a mail server refuses recipients; " + system + " is of another type");
        }
        try {
            world.scenario().plan(system, new RefusesRecipients(domain));
        } catch (IllegalArgumentException impossible) {
            throw new Undecided(impossible.getMessage());
        }
    }
}
