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
import java.util.function.Function;
import java.util.stream.Stream;

/** The application under test: started as the vocabulary says, or found running. */
final class LiveApplication {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Site site;
    private final Servers servers;
    private final Application spec;
    private final Optional<Application.Start> start;
    private String url;
    private StartedApplication started;

    LiveApplication(Site site, Servers servers) {
        this.site = site;
        this.servers = servers;
        this.spec = site.vocabulary().application();
        this.start = spec.start().filter(how -> !servers.findApplicationRunning());
    }

    /** What the vocabulary does not say although it is needed. */
    List<String> lacks() {
        if (start.flatMap(Application.Start::image).isPresent() && !servers.runImages()) {
            return List.of("application.start needs main or command: this environment runs no image");
        }
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
        site.fact(
                "Application",
                spec.name() + " at " + url
                        + start.flatMap(Application.Start::image)
                                .map(image -> ", a container of " + image.name())
                                .orElse(""));
        if (start.isPresent()) {
            start(start.get(), health);
        } else {
            new RunningApplication(spec.name(), health).awaitReady(ANSWERS_WITHIN);
        }
    }

    private void start(Application.Start how, URI health) {
        Path log = site.folder().resolve("application.log");
        if (how.image().isPresent()) {
            ContainerSpec container = container(how, how.image().get());
            started = site.opened(new StartedApplication(() -> servers.run(container, log, health, how.within())));
            return;
        }
        List<String> command = command(how);
        Map<String, String> variables = environment(how, site.addresses());
        started = site.opened(
                new StartedApplication(() -> ApplicationProcess.start(command, variables, log, health, how.within())));
    }

    /** At one and the same port, however often it is started. */
    private ContainerSpec container(Application.Start how, Application.Image image) {
        InsideAddresses inside = new InsideAddresses(site.addresses(), image.port());
        List<String> args = args(how, inside);
        Map<String, String> variables = environment(how, inside);
        int outside = Integer.parseInt(
                String.valueOf(site.addresses().apply("application.port").orElseThrow()));
        return new ContainerSpec(
                "The application", image.name(), Map.of(image.port(), outside), variables, args, inside.ports(), false);
    }

    private List<String> command(Application.Start how) {
        List<String> args = args(how, site.addresses());
        if (how.main().isPresent()) {
            return ApplicationProcess.javaCommand(how.main().get(), args);
        }
        List<String> command = new ArrayList<>();
        how.command().forEach(part -> command.add(part.text(site.addresses())));
        command.addAll(args);
        return command;
    }

    private List<String> args(Application.Start how, Function<String, Optional<Object>> addresses) {
        List<String> args = Stream.of(how.args().text(addresses).strip().split("\\s+"))
                .filter(arg -> !arg.isEmpty())
                .toList();
        if (!args.isEmpty()) {
            site.fact("Application arguments", String.join(" ", args));
        }
        return args;
    }

    private static Map<String, String> environment(
            Application.Start how, Function<String, Optional<Object>> addresses) {
        Map<String, String> environment = new LinkedHashMap<>();
        how.environment().forEach((name, template) -> environment.put(name, template.text(addresses)));
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
