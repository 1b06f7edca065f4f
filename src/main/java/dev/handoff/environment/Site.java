package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Outage;
import dev.handoff.journal.Journal;
import dev.handoff.sandbox.Probe;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Template;
import dev.handoff.vocabulary.Vocabulary;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** What has been put up of an environment so far, and how it is taken down again. */
final class Site implements AutoCloseable {

    private final Vocabulary vocabulary;
    private final Journal journal;
    private final Path folder;
    private final InetAddress listen;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<CompletableFuture<?>> starting = new ArrayList<>();
    private final Ports ports = new Ports();
    private final Addresses addresses = new Addresses();
    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final Map<String, FaultPlan> faults = new LinkedHashMap<>();
    private final Map<String, Outage> outages = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    Site(Vocabulary vocabulary, Journal journal, Path folder, InetAddress listen) {
        this.vocabulary = vocabulary;
        this.journal = journal;
        this.folder = folder;
        this.listen = listen;
        open.push(ports);
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Journal journal() {
        return journal;
    }

    /** Where data and logs of the run go. */
    Path folder() {
        return folder;
    }

    /** The address at which what Handoff serves listens. */
    InetAddress listen() {
        return listen;
    }

    /** By what name or address others reach what Handoff serves. */
    String host() {
        return listen.equals(InetAddress.getLoopbackAddress()) || listen.isAnyLocalAddress()
                ? "localhost"
                : listen.getHostAddress();
    }

    Ports ports() {
        return ports;
    }

    Addresses addresses() {
        return addresses;
    }

    Map<String, Probe> probes() {
        return probes;
    }

    Map<String, FaultPlan> faults() {
        return faults;
    }

    Map<String, Outage> outages() {
        return outages;
    }

    Map<String, String> facts() {
        return facts;
    }

    <S extends SystemSpec> List<S> systems(Class<S> kind) {
        return vocabulary.systems().values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The report is going to say so. */
    void fact(String title, String text) {
        synchronized (facts) {
            facts.put(title, text);
        }
    }

    /** What a template of a system stands for, if there is one. */
    Optional<String> text(Optional<Template> template) {
        return template.map(some -> some.text(addresses));
    }

    /** The port that a system is to listen on; 0 for any. */
    int port(Optional<Template> template, String who) {
        int port = text(template).map(text -> parsedPort(text, who)).orElse(0);
        if (port > 0) {
            Ports.requireFree(port, who);
        }
        return port;
    }

    private static int parsedPort(String text, String who) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new EnvironmentFailed("the port of " + who + " is a number, not \"" + text + "\"");
        }
    }

    /** A folder for the data of a server, deleted in the end. */
    Path data(String server) {
        return opened(new ServerData(folder.resolve(server))).folder();
    }

    void watch(Probe probe) {
        opened(probe);
        probes.put(probe.system(), probe);
        addresses.putSystem(probe.system(), probe.address());
    }

    /** The application is to come to a system by a passage. */
    void lead(String system, Passage passage, Map<String, String> entrance) {
        addresses.putSystem(system, entrance);
        outages.put(system, new PassageOutage(system, passage, journal));
    }

    /** It is going to be closed with the site, what was opened last first. */
    <T extends AutoCloseable> T opened(T part) {
        synchronized (open) {
            open.push(part);
        }
        return part;
    }

    /** Starts something beside everything else. */
    <T> Supplier<T> starting(Supplier<T> server) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(server);
        starting.add(future);
        return () -> {
            try {
                return future.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException known ? known : failed;
            }
        };
    }

    /** Stops what has started, and what is still about to. */
    void abandon() {
        starting.forEach(part -> part.handle((started, failure) -> null).join());
        close();
    }

    @Override
    public void close() {
        List<String> failures = new ArrayList<>();
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failed) {
                failures.add(failed.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw new EnvironmentFailed("not everything could be stopped: " + String.join("; ", failures));
        }
    }
}
