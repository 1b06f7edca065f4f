package dev.handoff.environment;

import java.net.URI;

/** An AMQP broker that an environment brings. */
interface AmqpServer {

    /** {@code amqp://user:password@host:port/vhost}, as Handoff's own clients want it. */
    URI address();
}
