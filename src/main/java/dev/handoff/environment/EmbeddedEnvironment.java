package dev.handoff.environment;

import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.Outage;
import dev.handoff.journal.Journal;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.sandbox.http.StandInServer;
import dev.handoff.sandbox.kafka.KafkaTap;
import dev.handoff.sandbox.kafka.OurMessages;
import dev.handoff.sandbox.mail.MailServer;
import dev.handoff.sandbox.sql.SqlProbe;
import dev.handoff.vocabulary.Application;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Template;
import dev.handoff.vocabulary.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything on this machine without Docker: broker, database, mail server and stand-ins, and the application beside. */
final class EmbeddedEnvironment implements Environment {

    private static final Duration APPLICATION_STARTS_WITHIN = Duration.ofSeconds(60);
    private static final Duration RUNNING_APPLICATION_ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Vocabulary vocabulary;
    private final Journal journal;
    private final Path folder;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<CompletableFuture<?>> starting = new ArrayList<>();
    private final Ports ports = new Ports();
    private final Addresses addresses = new Addresses();
    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final Map<String, FaultPlan> faults = new LinkedHashMap<>();
    private final Map<String, Outage> outages = new LinkedHashMap<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private String applicationUrl;
    private StartedApplication application;

    private EmbeddedEnvironment(Vocabulary vocabulary, Journal journal, Path folder) {
        this.vocabulary = vocabulary;
        this.journal = journal;
        this.folder = folder;
        open.push(ports);
    }

    static Environment start(Vocabulary vocabulary, Journal journal, Path folder) {
        EmbeddedEnvironment environment = new EmbeddedEnvironment(vocabulary, journal, folder);
        try {
            environment.start();
            return environment;
        } catch (ProbeFailed failed) {
            environment.abandon();
            throw new EnvironmentFailed(failed.getMessage());
        } catch (RuntimeException failed) {
            environment.abandon();
            throw failed;
        }
    }

    /** Stops what has started, and what is still about to. */
    private void abandon() {
        starting.forEach(part -> part.handle((started, failure) -> null).join());
        close();
    }

    private void start() {
        facts.put("Environment", "embedded");
        CompletableFuture<KafkaServer> broker = starting(this::broker);
        CompletableFuture<PostgresServer> database = starting(this::database);
        StandInServer standIns = opened(new StandInServer(journal));
        systems(SystemSpec.Http.class).forEach(spec -> {
            FaultPlan plan = new FaultPlan(spec.name(), journal, spec.shared());
            faults.put(spec.name(), plan);
            outages.put(spec.name(), plan);
            watch(standIns.serve(spec, port(spec.port(), "the stand-in " + spec.name()), plan));
        });
        systems(SystemSpec.Mail.class).forEach(this::mail);
        PostgresServer postgres = joined(database);
        systems(SystemSpec.Sql.class).forEach(spec -> database(spec, postgres));
        KafkaServer kafka = joined(broker);
        OurMessages ours = new OurMessages();
        systems(SystemSpec.Kafka.class)
                .forEach(spec -> watch(new KafkaTap(
                        spec,
                        spec.bootstrap()
                                .map(template -> template.text(addresses))
                                .orElseGet(kafka::bootstrap),
                        journal,
                        skew(spec.bootstrap().isEmpty()),
                        ours)));
        systems(SystemSpec.Kafka.class)
                .filter(spec -> spec.bootstrap().isEmpty())
                .forEach(spec -> {
                    Passage passage = kafka.passage();
                    lead(spec.name(), passage, Map.of("bootstrap", "localhost:" + passage.port()));
                });
        probes.values().parallelStream().forEach(Probe::prove);
        startApplication();
    }

    private void mail(SystemSpec.Mail spec) {
        int entrance = port(spec.port(), "the mail server " + spec.name());
        FaultPlan plan = new FaultPlan(spec.name(), journal);
        faults.put(spec.name(), plan);
        MailServer server = new MailServer(spec, 0, journal, plan);
        watch(server);
        Passage passage =
                opened(new Passage(entrance, Integer.parseInt(server.address().get("port"))));
        lead(spec.name(), passage, Map.of("port", String.valueOf(passage.port())));
    }

    /** The application is to come to a system by a passage. */
    private void lead(String system, Passage passage, Map<String, String> entrance) {
        addresses.putSystem(system, entrance);
        outages.put(system, new PassageOutage(system, passage, journal));
    }

    private SkewOverTime skew(boolean onThisMachine) {
        return onThisMachine ? SkewOverTime.ofThisMachine(journal) : SkewOverTime.measured(journal::now);
    }

    private <S extends SystemSpec> Stream<S> systems(Class<S> type) {
        return vocabulary.systems().values().stream().filter(type::isInstance).map(type::cast);
    }

    private KafkaServer broker() {
        List<String> topics = systems(SystemSpec.Kafka.class)
                .filter(spec -> spec.bootstrap().isEmpty())
                .map(SystemSpec.Kafka::topic)
                .distinct()
                .toList();
        if (topics.isEmpty()) {
            return null;
        }
        KafkaServer server = opened(KafkaServer.start(data("kafka"), ports));
        server.createTopics(topics);
        facts.put("Broker", "Kafka in this JVM");
        return server;
    }

    private PostgresServer database() {
        if (systems(SystemSpec.Sql.class).allMatch(spec -> spec.url().isPresent())) {
            return null;
        }
        PostgresServer server = opened(PostgresServer.start(data("postgres"), ports));
        facts.put("Database", "PostgreSQL on this machine");
        return server;
    }

    private void database(SystemSpec.Sql spec, PostgresServer server) {
        Map<String, String> address = address(spec, server);
        watch(new SqlProbe(spec, address, journal, skew(spec.url().isEmpty())));
        if (spec.url().isEmpty()) {
            Passage passage = opened(new Passage(0, Integer.parseInt(address.get("port"))));
            String port = String.valueOf(passage.port());
            lead(
                    spec.name(),
                    passage,
                    Map.of(
                            "url",
                            address.get("url").replace(":" + address.get("port") + "/", ":" + port + "/"),
                            "port",
                            port));
        }
    }

    private Map<String, String> address(SystemSpec.Sql spec, PostgresServer server) {
        Map<String, String> address = new LinkedHashMap<>();
        if (spec.url().isPresent()) {
            address.put("url", spec.url().get().text(addresses));
            address.put("user", spec.user().map(user -> user.text(addresses)).orElse(""));
            address.put(
                    "password",
                    spec.password().map(word -> word.text(addresses)).orElse(""));
            return address;
        }
        PostgresServer.Database database = server.createDatabase(spec.name());
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        address.put("url", database.url());
        address.put("user", database.user());
        address.put("password", database.password());
        address.put("host", uri.getHost());
        address.put("port", String.valueOf(uri.getPort()));
        address.put("database", uri.getPath().substring(1));
        return address;
    }

    private int port(Optional<Template> template, String who) {
        int port = template.map(text -> parsedPort(text.text(addresses), who)).orElse(0);
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

    private void watch(Probe probe) {
        opened(probe);
        probes.put(probe.system(), probe);
        addresses.putSystem(probe.system(), probe.address());
    }

    private void startApplication() {
        Application spec = vocabulary.application();
        if (spec.url().source().contains("${application.port}") || spec.start().isPresent()) {
            addresses.put("application.port", String.valueOf(ports.reserve()));
        }
        applicationUrl = spec.url().text(addresses).replaceAll("/+$", "");
        addresses.put("application.url", applicationUrl);
        URI health = URI.create(spec.health()
                .map(request -> request.target().text(addresses))
                .map(target -> target.matches("https?://.*") ? target : applicationUrl + target)
                .orElse(applicationUrl));
        facts.put("Application", spec.name() + " at " + applicationUrl);
        if (spec.start().isPresent()) {
            List<String> command = command(spec.start().get());
            Map<String, String> variables = environment(spec.start().get());
            Path log = folder.resolve("application.log");
            application = opened(new StartedApplication(
                    () -> ApplicationProcess.start(command, variables, log, health, APPLICATION_STARTS_WITHIN)));
        } else {
            new RunningApplication(spec.name(), health).awaitReady(RUNNING_APPLICATION_ANSWERS_WITHIN);
        }
    }

    private List<String> command(Application.Start start) {
        List<String> args = Stream.of(start.args().text(addresses).strip().split("\\s+"))
                .filter(arg -> !arg.isEmpty())
                .toList();
        if (!args.isEmpty()) {
            facts.put("Application arguments", String.join(" ", args));
        }
        if (start.main().isPresent()) {
            return ApplicationProcess.javaCommand(start.main().get(), args);
        }
        List<String> command = new ArrayList<>();
        start.command().forEach(part -> command.add(part.text(addresses)));
        command.addAll(args);
        return command;
    }

    private Map<String, String> environment(Application.Start start) {
        Map<String, String> environment = new LinkedHashMap<>();
        start.environment().forEach((name, template) -> environment.put(name, template.text(addresses)));
        return environment;
    }

    private Path data(String server) {
        return opened(new ServerData(folder.resolve(server))).folder();
    }

    private <T extends AutoCloseable> T opened(T part) {
        synchronized (open) {
            open.push(part);
        }
        return part;
    }

    private <T> CompletableFuture<T> starting(Supplier<T> server) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(server);
        starting.add(future);
        return future;
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    @Override
    public Map<String, Probe> probes() {
        return Collections.unmodifiableMap(probes);
    }

    @Override
    public Map<String, FaultPlan> faults() {
        return Collections.unmodifiableMap(faults);
    }

    @Override
    public Map<String, Outage> outages() {
        return Collections.unmodifiableMap(outages);
    }

    @Override
    public String applicationUrl() {
        return applicationUrl;
    }

    @Override
    public void requireApplication() {
        if (application != null) {
            application.awaitReady();
        }
    }

    @Override
    public Optional<StartedApplication> application() {
        return Optional.ofNullable(application);
    }

    @Override
    public Map<String, String> facts() {
        return Collections.unmodifiableMap(facts);
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
