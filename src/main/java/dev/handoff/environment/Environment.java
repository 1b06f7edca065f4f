package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Outage;
import dev.handoff.journal.Journal;
import dev.handoff.sandbox.Probe;
import dev.handoff.vocabulary.Nearest;
import dev.handoff.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the systems and the application of a run are: started, proven and ready to be used. */
public interface Environment extends AutoCloseable {

    /** The environments that can be asked for. */
    List<String> KNOWN =
            List.of(EmbeddedServers.ENVIRONMENT, ContainerServers.ENVIRONMENT, ExternalServers.ENVIRONMENT);

    /**
     * Starts what a vocabulary names.
     *
     * @param folder where data and logs of this run go
     * @throws EnvironmentFailed when anything does not start or cannot be reached; then nothing is left running
     */
    static Environment start(EnvironmentSettings settings, Vocabulary vocabulary, Journal journal, Path folder) {
        if (!KNOWN.contains(settings.name())) {
            String hint = Nearest.hint(settings.name(), KNOWN);
            throw new EnvironmentFailed("there is no environment \"" + settings.name() + "\""
                    + (hint.isEmpty() ? "." : hint) + " Known: " + String.join(", ", KNOWN));
        }
        Site site = new Site(vocabulary, journal, folder, settings.listen());
        return LiveEnvironment.start(site, servers(settings.name(), site));
    }

    private static Servers servers(String environment, Site site) {
        return switch (environment) {
            case ContainerServers.ENVIRONMENT -> new ContainerServers(site);
            case ExternalServers.ENVIRONMENT -> new ExternalServers();
            default -> new EmbeddedServers(site);
        };
    }

    /** The probes by the names of their systems, in the order of the vocabulary. */
    Map<String, Probe> probes();

    /** The fault plans of the systems that Handoff serves over HTTP and SMTP. */
    Map<String, FaultPlan> faults();

    /** The systems that can be taken away, by name. */
    default Map<String, Outage> outages() {
        return Map.copyOf(faults());
    }

    /** The application's base address, without a slash at its end. */
    String applicationUrl();

    /** The application, if Handoff has started it. */
    default Optional<StartedApplication> application() {
        return Optional.empty();
    }

    /**
     * Whether the application that was started still runs; one that is being started again is waited for.
     *
     * @throws EnvironmentFailed with what it last wrote to its log, when it does not
     */
    void requireApplication();

    /** What the report should say about it, by title. */
    Map<String, String> facts();

    @Override
    void close();
}
