package dev.handoff.environment;

import dev.handoff.vocabulary.SystemSpec;
import java.util.Collection;

/** Broker and database on this machine, without Docker. */
final class EmbeddedServers implements Servers {

    static final String ENVIRONMENT = "embedded";

    private final Site site;

    EmbeddedServers(Site site) {
        this.site = site;
    }

    @Override
    public String environment() {
        return ENVIRONMENT;
    }

    @Override
    public boolean bring(Class<? extends SystemSpec> kind) {
        return kind == SystemSpec.Kafka.class || kind == SystemSpec.Sql.class;
    }

    @Override
    public boolean findApplicationRunning() {
        return false;
    }

    @Override
    public KafkaServer kafka(Collection<String> topics) {
        KafkaServer server = site.opened(KafkaServer.start(site.data("kafka"), site.ports()));
        server.createTopics(topics);
        site.fact("Broker", "Kafka in this JVM");
        return server;
    }

    @Override
    public DatabaseServer databases() {
        PostgresServer server = site.opened(PostgresServer.start(site.data("postgres"), site.ports()));
        site.fact("Database", "PostgreSQL on this machine");
        return server;
    }
}
