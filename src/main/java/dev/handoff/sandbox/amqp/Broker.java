package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import com.rabbitmq.client.impl.StrictExceptionHandler;
import dev.handoff.sandbox.ProbeFailed;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Where a broker is, and how it is reached. */
final class Broker {

    private static final int SECONDS = 1000;

    private final String system;
    private final ConnectionFactory factory = new ConnectionFactory();

    /**
     * A broker that is connected to later.
     *
     * @throws ProbeFailed when the address is none
     */
    Broker(String system, String url) {
        this.system = system;
        try {
            factory.setUri(url);
            if (url.toLowerCase(Locale.ROOT).startsWith("amqps:")) {
                factory.useSslProtocol(SSLContext.getDefault());
                factory.enableHostnameVerification();
            }
        } catch (URISyntaxException | GeneralSecurityException | IllegalArgumentException | NullPointerException bad) {
            throw new ProbeFailed(
                    "the url of " + system + " is no address of a broker; write amqp://user:password@host:5672/vhost");
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(3 * SECONDS);
        factory.setHandshakeTimeout(5 * SECONDS);
        factory.setChannelRpcTimeout(5 * SECONDS);
        factory.setShutdownTimeout(SECONDS);
        factory.setRequestedHeartbeat(5);
        factory.setExceptionHandler(new StrictExceptionHandler() {
            @Override
            protected void log(String message, Throwable failure) {
                // what is lost is told by who listens to the connection
            }
        });
        factory.setSharedExecutor(new OnTheReadingThread());
        factory.setThreadFactory(task -> {
            Thread thread = new Thread(task, "tap " + system);
            thread.setDaemon(true);
            return thread;
        });
    }

    String host() {
        return factory.getHost();
    }

    int port() {
        return factory.getPort();
    }

    /** As sentences name it. */
    String words() {
        return "the broker of " + system + " at " + host() + ":" + port();
    }

    /**
     * Connects.
     *
     * @throws ProbeFailed when it cannot be reached, or refuses
     */
    Connection connect() {
        try {
            return factory.newConnection("handoff " + system);
        } catch (AuthenticationFailureException refused) {
            throw new ProbeFailed(words() + " refuses the user " + factory.getUsername());
        } catch (IOException | TimeoutException unreachable) {
            throw new ProbeFailed(refusal(unreachable)
                    .map(reason -> words() + " refuses: " + reason)
                    .orElse(words() + " cannot be reached"));
        }
    }

    /** Which of several brokers it is, by whatever address it was reached. */
    String identity(Connection connection) {
        Object cluster = connection.getServerProperties().get("cluster_name");
        return (cluster == null ? host() + ":" + port() : cluster.toString()) + "/" + factory.getVirtualHost();
    }

    /** What the broker itself says about why it closed a connection or a channel. */
    static Optional<String> refusal(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ShutdownSignalException signal) {
                if (signal.getReason() instanceof AMQP.Channel.Close close) {
                    return Optional.of(close.getReplyText());
                }
                if (signal.getReason() instanceof AMQP.Connection.Close close) {
                    return Optional.of(close.getReplyText());
                }
            }
        }
        return Optional.empty();
    }

    /** The code with which the broker closed a channel; 0 when it was not the broker. */
    static int code(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ShutdownSignalException signal
                    && signal.getReason() instanceof AMQP.Channel.Close close) {
                return close.getReplyCode();
            }
        }
        return 0;
    }
}
