package dev.handoff.environment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker and controller in one (KRaft's combined roles). Apart from {@link KafkaServer} so that the latter can be
 * loaded, and say what is missing, where Kafka is not on the class path.
 */
final class KafkaBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaBroker.class);
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    static {
        // A broker that meets a fatal error halts its JVM. This JVM is the run: it must live to report what happened.
        Exit.setHaltProcedure(KafkaBroker::outlive);
        Exit.setExitProcedure(KafkaBroker::outlive);
    }

    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KafkaBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /** A broker that its clients reach at another port than that at which it listens. */
    static KafkaBroker start(Path data, int port, int controllerPort, int advertisedPort) {
        return start(data, port, settings(data, port, controllerPort, advertisedPort));
    }

    /**
     * A broker that Handoff reaches directly, and the application by a passage.
     *
     * @param applicationPort where it listens for the application
     * @param passagePort what it tells the application to connect to
     */
    static KafkaBroker start(Path data, int port, int controllerPort, int applicationPort, int passagePort) {
        Map<String, String> settings = settings(data, port, controllerPort, port);
        settings.merge("listeners", "APPLICATION://127.0.0.1:" + applicationPort, KafkaBroker::listed);
        settings.merge("advertised.listeners", "APPLICATION://localhost:" + passagePort, KafkaBroker::listed);
        settings.merge("listener.security.protocol.map", "APPLICATION:PLAINTEXT", KafkaBroker::listed);
        return start(data, port, settings);
    }

    private static String listed(String all, String more) {
        return all + "," + more;
    }

    private static KafkaBroker start(Path data, int port, Map<String, String> settings) {
        if (data.toString().contains(",")) {
            throw new EnvironmentFailed("Kafka takes the folder " + data
                    + " for several, because of the comma in its path; choose another with -Dhandoff.runs");
        }
        KafkaRaftServer server = null;
        try {
            Files.createDirectories(data);
            format(data, settings);
            server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(server);
        } catch (Exception e) {
            if (server != null) {
                stop(server);
            }
            throw new EnvironmentFailed("Kafka did not start on port %d: %s".formatted(port, rootMessage(e)));
        }
    }

    /** What {@code kafka-storage format} does; without share and streams groups and the coordinators they bring. */
    private static void format(Path data, Map<String, String> settings) throws IOException {
        Path file = data.resolve("server.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        String[] arguments = {
            "format",
            "--config",
            file.toString(),
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--ignore-formatted",
            "--feature",
            "share.version=0",
            "--feature",
            "streams.version=0"
        };
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException(said.toString(StandardCharsets.UTF_8).trim());
        }
    }

    private static Map<String, String> settings(Path data, int port, int controllerPort, int advertisedPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + advertisedPort);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("log.dirs", data.toString());

        // One node: nothing to replicate, nobody to wait for.
        settings.put("num.partitions", "3");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The broker's own time of each message, by the clock of this machine: a producer's may be earlier than the
        // message.
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.put("controlled.shutdown.enable", "false");
        // The broker is let in at a heartbeat: the usual two seconds between them would be most of the start.
        settings.put("broker.heartbeat.interval.ms", "100");
        // A run that is paused (a debugger, a busy machine) is no reason to shut the broker out.
        settings.put("broker.session.timeout.ms", "600000");
        settings.put("server.max.startup.time.ms", "30000");

        // Small: few threads, small buffers and indexes, nothing measured for a reporter that nobody reads.
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "1");
        settings.put("group.coordinator.threads", "1");
        settings.put("num.recovery.threads.per.data.dir", "1");
        settings.put("num.replica.alter.log.dirs.threads", "1");
        settings.put("log.cleaner.enable", "false");
        settings.put("log.index.size.max.bytes", "262144");
        settings.put("offsets.topic.segment.bytes", "16777216");
        settings.put("transaction.state.log.segment.bytes", "16777216");
        settings.put("metric.reporters", "");
        return settings;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stop(server);
        }
    }

    private static void stop(KafkaRaftServer server) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            LOG.error("Kafka did not stop cleanly", e);
        }
    }

    private static void outlive(int status, String message) {
        LOG.error("Kafka gave up (status {}): {}", status, message);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
