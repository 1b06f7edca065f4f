package dev.handoff.steps;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Statement;
import dev.handoff.run.Judgement;
import dev.handoff.run.MailedLink;
import io.cucumber.java.en.When;
import java.util.List;

/** Links that were mailed. */
public final class LinkSteps {

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    private final World world;

    public LinkSteps(World world) {
        this.world = world;
    }

    @When("^(?:(?:the|a|an) [\\w ]+|somebody) follows the link in the (.+?)( with a changed token)?$")
    public void follows(String mail, String changed) {
        Words words = new Words(Runs.vocabulary());
        int which = words.effect(mail) == null ? ordinal(mail) : 1;
        String name = words.effect(mail) == null ? withoutOrdinal(mail) : mail;
        EffectName effect = words.effect(name);
        if (effect == null) {
            throw new Undecided(UnknownSentences.unknownEffect(name, words));
        }
        Statement found = new Statement.Counts(
                List.of(new Count(effect, which, null, List.of())),
                Runs.vocabulary().defaults().within(),
                false);
        Judgement judgement = world.scenario().find(CurrentStep.source(), found);
        world.require(judgement);
        world.scenario()
                .followLink(
                        judgement,
                        new MailedLink(which, changed != null),
                        CurrentStep.source().text());
    }

    private static int ordinal(String mail) {
        return Math.max(1, ORDINALS.indexOf(mail.split(" ", 2)[0]) + 1);
    }

    private static String withoutOrdinal(String mail) {
        String[] words = mail.split(" ", 2);
        return words.length == 2 && ORDINALS.contains(words[0]) ? words[1] : mail;
    }
}
