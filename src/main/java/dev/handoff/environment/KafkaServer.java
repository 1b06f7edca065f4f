package dev.handoff.environment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.awaitility.Awaitility;

/** A real Kafka broker in this JVM, on loopback, for one run. */
final class KafkaServer implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final Duration TOPICS_WITHIN = Duration.ofSeconds(10);

    private final AutoCloseable broker;
    private final String bootstrap;
    private final Passage passage;

    KafkaServer(AutoCloseable broker, String bootstrap) {
        this(broker, bootstrap, null);
    }

    private KafkaServer(AutoCloseable broker, String bootstrap, Passage passage) {
        this.broker = broker;
        this.bootstrap = bootstrap;
        this.passage = passage;
    }

    /**
     * Returns when the broker serves clients.
     *
     * @param data a folder of its own for this broker; made if it is not there
     * @throws EnvironmentFailed if it does not start, or the library is not on the class path
     */
    static KafkaServer start(Path data, Ports ports) {
        Library.KAFKA.require();
        int port = ports.reserve();
        int applicationPort = ports.reserve();
        Passage passage = new Passage(0, applicationPort);
        try {
            KafkaBroker broker = KafkaBroker.start(data, port, ports.reserve(), applicationPort, passage.port());
            return new KafkaServer(broker, "localhost:" + port, passage);
        } catch (RuntimeException failed) {
            passage.close();
            throw failed;
        }
    }

    /** The application's way to the broker. */
    Passage passage() {
        return passage;
    }

    /** {@code localhost:PORT}, as Handoff's own clients want it in {@code bootstrap.servers}. */
    String bootstrap() {
        return bootstrap;
    }

    /**
     * Makes topics of three partitions, and returns when each partition can be written. Topics that exist are left as
     * they are.
     *
     * @throws EnvironmentFailed if they cannot be had within 10 seconds
     */
    void createTopics(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                List.of(),
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
        try (Admin admin = Admin.create(client)) {
            for (String name : names) {
                create(admin, name);
            }
            Awaitility.await()
                    .atMost(TOPICS_WITHIN)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .ignoreExceptions()
                    .until(() -> haveLeaders(admin, names));
        } catch (ExecutionException e) {
            throw new EnvironmentFailed("Kafka did not make the topics %s: %s"
                    .formatted(names, e.getCause().getMessage()));
        } catch (Exception e) {
            throw new EnvironmentFailed("Kafka did not make the topics %s: %s".formatted(names, e.getMessage()));
        }
    }

    private static void create(Admin admin, String name) throws Exception {
        try {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get(TOPICS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static boolean haveLeaders(Admin admin, Collection<String> names) throws Exception {
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition -> partition.leader() != null);
    }

    /** Stops the broker and waits for its threads; the data folder stays. */
    @Override
    public void close() {
        if (passage != null) {
            passage.close();
        }
        try {
            broker.close();
        } catch (Exception e) {
            throw new EnvironmentFailed("Kafka did not stop: " + e.getMessage());
        }
    }
}
