package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.sandbox.mail.MailServer;
import dev.handoff.vocabulary.SystemSpec;
import java.util.List;
import java.util.Map;

/** Mail servers that Handoff serves, each behind a passage. */
final class MailKind implements Kind {

    private final Site site;
    private final Servers servers;

    MailKind(Site site, Servers servers) {
        this.site = site;
        this.servers = servers;
    }

    @Override
    public List<String> lacks() {
        return servers.findApplicationRunning()
                ? site.systems(SystemSpec.Mail.class).stream()
                        .filter(spec -> spec.port().isEmpty())
                        .map(spec -> "the mail server " + spec.name()
                                + " needs a \"port\", at which the application finds it")
                        .toList()
                : List.of();
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
        Passage passage = site.opened(new Passage(
                site.listen(), entrance, Integer.parseInt(server.address().get("port"))));
        site.lead(spec.name(), passage, Map.of("host", site.host(), "port", String.valueOf(passage.port())));
    }
}
