package dev.handoff.environment;

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
