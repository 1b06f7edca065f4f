package dev.handoff.environment;

import dev.handoff.vocabulary.Application;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The application under test: started as the vocabulary says, or found running. */
final class LiveApplication {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Site site;
    private final Application spec;
    private final Optional<Application.Start> start;
    private String url;
    private StartedApplication started;

    LiveApplication(Site site, Servers servers) {
        this.site = site;
        this.spec = site.vocabulary().application();
        this.start = spec.start().filter(how -> !servers.findApplicationRunning());
    }

    /** What the vocabulary does not say although it is needed. */
    List<String> lacks() {
        return start.isEmpty()
                        && spec.url().source().contains("${application.port}")
                        && spec.start().isPresent()
                ? List.of("application needs a \"url\" at which it runs: this environment does not start it")
                : List.of();
    }

    /** Returns when it is ready. */
    void putUp() {
        Addresses addresses = site.addresses();
        if (spec.url().source().contains("${application.port}") || start.isPresent()) {
            addresses.put("application.port", String.valueOf(site.ports().reserve()));
        }
        url = spec.url().text(addresses).replaceAll("/+$", "");
        addresses.put("application.url", url);
        URI health = URI.create(spec.health()
                .map(request -> request.target().text(addresses))
                .map(target -> target.matches("https?://.*") ? target : url + target)
                .orElse(url));
        site.fact("Application", spec.name() + " at " + url);
        if (start.isPresent()) {
            start(start.get(), health);
        } else {
            new RunningApplication(spec.name(), health).awaitReady(ANSWERS_WITHIN);
        }
    }

    private void start(Application.Start how, URI health) {
        List<String> command = command(how);
        Map<String, String> variables = environment(how);
        Path log = site.folder().resolve("application.log");
        started = site.opened(
                new StartedApplication(() -> ApplicationProcess.start(command, variables, log, health, how.within())));
    }

    private List<String> command(Application.Start how) {
        List<String> args = Stream.of(how.args().text(site.addresses()).strip().split("\\s+"))
                .filter(arg -> !arg.isEmpty())
                .toList();
        if (!args.isEmpty()) {
            site.fact("Application arguments", String.join(" ", args));
        }
        if (how.main().isPresent()) {
            return ApplicationProcess.javaCommand(how.main().get(), args);
        }
        List<String> command = new ArrayList<>();
        how.command().forEach(part -> command.add(part.text(site.addresses())));
        command.addAll(args);
        return command;
    }

    private Map<String, String> environment(Application.Start how) {
        Map<String, String> environment = new LinkedHashMap<>();
        how.environment().forEach((name, template) -> environment.put(name, template.text(site.addresses())));
        return environment;
    }

    /** Its base address, without a slash at its end. */
    String url() {
        return url;
    }

    /** It, if Handoff has started it. */
    Optional<StartedApplication> started() {
        return Optional.ofNullable(started);
    }
}
