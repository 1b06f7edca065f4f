package dev.handoff.environment;

import dev.handoff.vocabulary.SystemSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/** RabbitMQ and PostgreSQL in containers. */
final class ContainerServers implements Servers {

    static final String ENVIRONMENT = "containers";

    private final Site site;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final boolean keep;
    private Docker docker;

    /** @throws EnvironmentFailed if a setting says what it cannot say */
    ContainerServers(Site site) {
        this.site = site;
        this.keep = KeptContainers.asked();
    }

    @Override
    public String environment() {
        return ENVIRONMENT;
    }

    @Override
    public boolean bring(Class<? extends SystemSpec> kind) {
        return kind == SystemSpec.Sql.class || kind == SystemSpec.Amqp.class;
    }

    @Override
    public boolean findApplicationRunning() {
        return false;
    }

    /** A virtual machine, in which Docker may run, has a clock of its own. */
    @Override
    public boolean shareOurClock() {
        return false;
    }

    @Override
    public KafkaServer kafka(Collection<String> topics) {
        throw new EnvironmentFailed("The environment containers brings no Kafka broker.");
    }

    @Override
    public AmqpServer amqp() {
        RabbitContainer server = site.opened(RabbitContainer.start(docker(), run, keep));
        site.fact("Broker", server.description());
        return server;
    }

    @Override
    public DatabaseServer databases() {
        PostgresContainer server = site.opened(PostgresContainer.start(docker(), run, keep));
        site.fact("Database", server.description());
        return server;
    }

    @Override
    public boolean runImages() {
        return true;
    }

    @Override
    public Instance run(ContainerSpec image, Path log, URI health, Duration within) {
        docker().provide(image.image(), "application.start.image");
        return ApplicationContainer.start(docker(), image, log, health, within);
    }

    private synchronized Docker docker() {
        if (docker == null) {
            docker = Docker.reach();
            if (keep) {
                site.fact("Containers", "kept for the next run; this removes them: " + KeptContainers.REMOVAL);
            }
        }
        return docker;
    }
}
