package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Outage;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Systems and application, put up on a site with the servers of one environment. */
final class LiveEnvironment implements Environment {

    private final Site site;
    private final LiveApplication application;

    private LiveEnvironment(Site site) {
        this.site = site;
        this.application = new LiveApplication(site);
    }

    static Environment start(Site site, Servers servers) {
        LiveEnvironment environment = new LiveEnvironment(site);
        try {
            environment.start(servers);
            return environment;
        } catch (ProbeFailed failed) {
            site.abandon();
            throw new EnvironmentFailed(failed.getMessage());
        } catch (RuntimeException failed) {
            site.abandon();
            throw failed;
        }
    }

    private void start(Servers servers) {
        site.fact("Environment", servers.environment());
        List<Kind> kinds = List.of(
                new HttpKind(site), new MailKind(site), new SqlKind(site, servers), new KafkaKind(site, servers));
        kinds.forEach(Kind::begin);
        kinds.forEach(Kind::putUp);
        site.probes().values().parallelStream().forEach(Probe::prove);
        application.putUp();
    }

    @Override
    public Map<String, Probe> probes() {
        return Collections.unmodifiableMap(site.probes());
    }

    @Override
    public Map<String, FaultPlan> faults() {
        return Collections.unmodifiableMap(site.faults());
    }

    @Override
    public Map<String, Outage> outages() {
        return Collections.unmodifiableMap(site.outages());
    }

    @Override
    public String applicationUrl() {
        return application.url();
    }

    @Override
    public void requireApplication() {
        application.started().ifPresent(StartedApplication::awaitReady);
    }

    @Override
    public Optional<StartedApplication> application() {
        return application.started();
    }

    @Override
    public Map<String, String> facts() {
        return Collections.unmodifiableMap(site.facts());
    }

    @Override
    public void close() {
        site.close();
    }
}
