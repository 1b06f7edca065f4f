package dev.handoff.environment;

import dev.handoff.vocabulary.SystemSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;

/** Where servers come from that systems need to which the vocabulary gives no address. */
interface Servers {

    /** The name of the environment. */
    String environment();

    /** Whether it brings what systems of a kind need. */
    boolean bring(Class<? extends SystemSpec> kind);

    /**
     * Whether the application is somebody else's: it is not started, and finds the systems that Handoff serves where it
     * was told to look before.
     */
    boolean findApplicationRunning();

    /** A broker with these topics. Returns when it serves clients. */
    KafkaServer kafka(Collection<String> topics);

    /** A broker that speaks AMQP, where the environment brings one. Returns when it serves clients. */
    default AmqpServer amqp() {
        throw new EnvironmentFailed("The environment " + environment() + " brings no RabbitMQ.");
    }

    /** A database server. Returns when it takes connections. */
    DatabaseServer databases();

    /** Whether the servers that it brings go by the clock of this machine. */
    default boolean shareOurClock() {
        return true;
    }

    /** Whether it can run an application that is an image. */
    default boolean runImages() {
        return false;
    }

    /**
     * Starts the application as a container, and returns when it is ready.
     *
     * @param image what is to run
     * @param log where its output is appended
     * @param health asked, from outside, until it answers 2xx
     */
    default Instance run(ContainerSpec image, Path log, URI health, Duration within) {
        throw new EnvironmentFailed("The environment " + environment() + " runs no containers.");
    }
}
