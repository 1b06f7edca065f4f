package dev.handoff.environment;

import dev.handoff.sandbox.poll.PollProbe;
import dev.handoff.vocabulary.SystemSpec;

/** Sandboxes that are there already and can only be asked; where it is the application that is asked, once it runs. */
final class PollKind implements Kind {

    private final Site site;

    PollKind(Site site) {
        this.site = site;
    }

    @Override
    public void putUp() {
        site.systems(SystemSpec.Poll.class).stream()
                .filter(spec -> !spec.asksTheApplication())
                .forEach(this::watch);
    }

    @Override
    public void putUpBesideTheApplication() {
        site.systems(SystemSpec.Poll.class).stream()
                .filter(SystemSpec.Poll::asksTheApplication)
                .forEach(spec -> watch(spec).prove());
    }

    private PollProbe watch(SystemSpec.Poll spec) {
        PollProbe probe = new PollProbe(spec, site.addresses(), site.journal());
        site.watch(probe);
        return probe;
    }
}
