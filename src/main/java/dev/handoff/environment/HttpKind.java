package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.sandbox.http.StandInServer;
import dev.handoff.vocabulary.SystemSpec;
import java.util.List;

/** Stand-ins that Handoff serves over HTTP. */
final class HttpKind implements Kind {

    private final Site site;
    private final Servers servers;

    HttpKind(Site site, Servers servers) {
        this.site = site;
        this.servers = servers;
    }

    @Override
    public List<String> lacks() {
        return servers.findApplicationRunning()
                ? site.systems(SystemSpec.Http.class).stream()
                        .filter(spec -> spec.port().isEmpty())
                        .map(spec ->
                                "the stand-in " + spec.name() + " needs a \"port\", at which the application finds it")
                        .toList()
                : List.of();
    }

    @Override
    public void putUp() {
        List<SystemSpec.Http> systems = site.systems(SystemSpec.Http.class);
        if (systems.isEmpty()) {
            return;
        }
        StandInServer standIns = site.opened(new StandInServer(site.journal(), site.listen()));
        for (SystemSpec.Http spec : systems) {
            FaultPlan plan = new FaultPlan(spec.name(), site.journal(), spec.shared());
            site.faults().put(spec.name(), plan);
            site.outages().put(spec.name(), plan);
            site.watch(standIns.serve(spec, site.port(spec.port(), "the stand-in " + spec.name()), plan));
        }
    }
}
