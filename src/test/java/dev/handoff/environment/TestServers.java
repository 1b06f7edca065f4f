package dev.handoff.environment;

import dev.handoff.sandbox.Passage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Real servers for tests of other packages. */
public final class TestServers {

    private TestServers() {}

    /** A server that is stopped when closed, and its address. */
    public record Server(String address, AutoCloseable running) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            running.close();
        }
    }

    /** A broker with topics of three partitions. */
    public static Server kafka(Path folder, String... topics) {
        Ports ports = new Ports();
        KafkaServer kafka = KafkaServer.start(folder.resolve("kafka"), ports);
        kafka.createTopics(List.of(topics));
        return new Server(kafka.bootstrap(), () -> {
            kafka.close();
            ports.close();
        });
    }

    /** A broker that its clients reach by a passage. */
    public static Reached kafkaBehindAPassage(Path folder, String... topics) throws IOException {
        Ports ports = new Ports();
        int port = ports.reserve();
        Passage passage = new Passage(URI.create("tcp://localhost:" + port));
        KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"), port, ports.reserve(), passage.port());
        String address = "localhost:" + passage.port();
        new KafkaServer(() -> {}, address).createTopics(List.of(topics));
        return new Reached(address, passage, () -> {
            passage.close();
            broker.close();
            ports.close();
        });
    }

    /** A server behind a passage, and its address. */
    public record Reached(String address, Passage passage, AutoCloseable running) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            running.close();
        }
    }

    /** A PostgreSQL server with one empty database, at its JDBC address. */
    public static Server postgres(Path folder) {
        Ports ports = new Ports();
        PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), ports);
        return new Server(postgres.createDatabase("shop").url(), () -> {
            postgres.close();
            ports.close();
        });
    }

    /** What a probe of such a database is given. */
    public static Map<String, String> database(String url) {
        return Map.of("url", url, "user", "postgres", "password", "postgres");
    }
}
