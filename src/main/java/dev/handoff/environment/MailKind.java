package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.sandbox.mail.MailServer;
import dev.handoff.vocabulary.SystemSpec;
import java.util.Map;

/** Mail servers that Handoff serves, each behind a passage. */
final class MailKind implements Kind {

    private final Site site;

    MailKind(Site site) {
        this.site = site;
    }

    @Override
    public void putUp() {
        site.systems(SystemSpec.Mail.class).forEach(this::putUp);
    }

    private void putUp(SystemSpec.Mail spec) {
        int entrance = site.port(spec.port(), "the mail server " + spec.name());
        FaultPlan plan = new FaultPlan(spec.name(), site.journal());
        site.faults().put(spec.name(), plan);
        MailServer server = new MailServer(spec, 0, site.journal(), plan);
        site.watch(server);
        Passage passage = site.opened(
                new Passage(entrance, Integer.parseInt(server.address().get("port"))));
        site.lead(spec.name(), passage, Map.of("port", String.valueOf(passage.port())));
    }
}
