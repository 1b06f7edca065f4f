package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Outage;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Systems and application, put up on a site with the servers of one environment. */
final class LiveEnvironment implements Environment {

    private final Site site;
    private final LiveApplication application;

    private LiveEnvironment(Site site, Servers servers) {
        this.site = site;
        this.application = new LiveApplication(site, servers);
    }

    static Environment start(Site site, Servers servers) {
        LiveEnvironment environment = new LiveEnvironment(site, servers);
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
                new HttpKind(site, servers),
                new MailKind(site, servers),
                new SqlKind(site, servers),
                new KafkaKind(site, servers),
                new AmqpKind(site, servers),
                new PollKind(site),
                new OwnKind(site));
        requireAll(kinds, servers);
        kinds.forEach(Kind::begin);
        kinds.forEach(Kind::putUp);
        site.probes().values().parallelStream().forEach(Probe::prove);
        application.putUp();
        kinds.forEach(Kind::putUpBesideTheApplication);
    }

    private void requireAll(List<Kind> kinds, Servers servers) {
        List<String> lacking = Stream.concat(
                        kinds.stream().flatMap(kind -> kind.lacks().stream()), application.lacks().stream())
                .toList();
        if (!lacking.isEmpty()) {
            throw new EnvironmentFailed(
                    "The vocabulary does not say enough for the environment %s; say it in an overlay,"
                                    .formatted(servers.environment())
                            + " handoff-%s.yaml beside it:\n  ".formatted(servers.environment())
                            + String.join("\n  ", lacking));
        }
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
