package dev.handoff.environment;

import dev.handoff.vocabulary.SystemSpec;
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

    /** A database server. Returns when it takes connections. */
    DatabaseServer databases();
}
