package shop.messaging.amqp;

import com.rabbitmq.client.BlockedCallback;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import com.rabbitmq.client.UnblockedCallback;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.messaging.BrokerUnavailable;

/** One connection, made anew whenever it is asked for a channel and the last one has broken. */
final class Link implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final int CLOSE_MILLIS = 500;

    private final ConnectionFactory factory;
    private final String name;
    private Connection connection;
    private BrokerUnavailable failure;
    private long failedAt;
    private volatile String blockedBecause;

    Link(ConnectionFactory factory, String name) {
        this.factory = factory;
        this.name = name;
    }

    synchronized Channel channel() throws BrokerUnavailable {
        try {
            Channel channel = connection().createChannel();
            if (channel == null) {
                throw new BrokerUnavailable("no channel is left", null);
            }
            return channel;
        } catch (IOException | ShutdownSignalException e) {
            throw new BrokerUnavailable(Reason.of(e), e);
        }
    }

    synchronized boolean isUp() {
        return connection != null && connection.isOpen();
    }

    /** Why the broker takes no messages at present, or null. */
    String blockedBecause() {
        return blockedBecause;
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.abort(CLOSE_MILLIS);
        }
    }

    private Connection connection() throws BrokerUnavailable {
        if (connection != null && connection.isOpen()) {
            return connection;
        }
        if (failure != null && System.nanoTime() - failedAt < BETWEEN_ATTEMPTS.toNanos()) {
            throw failure;
        }
        try {
            connect();
        } catch (IOException | TimeoutException e) {
            boolean isNews = failure == null;
            failure = new BrokerUnavailable(Reason.of(e), e);
            failedAt = System.nanoTime();
            if (isNews) {
                LOG.warn("The broker is away: {}", failure.getMessage());
            }
            throw failure;
        }
        return connection;
    }

    private void connect() throws IOException, TimeoutException {
        connection = factory.newConnection(name);
        blockedBecause = null;
        BlockedCallback blocked = reason -> blockedBecause = reason;
        UnblockedCallback unblocked = () -> blockedBecause = null;
        connection.addBlockedListener(blocked, unblocked);
        if (failure != null) {
            LOG.warn("The broker is back");
            failure = null;
        }
    }
}
