package shop.messaging.amqp;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import shop.activity.Activity;
import shop.messaging.Broker;
import shop.messaging.BrokerUnavailable;
import shop.messaging.Channel;
import shop.messaging.Envelope;
import shop.messaging.Receiver;
import shop.messaging.Subscription;
import shop.retry.Pause;

/**
 * Sends each channel over one exchange. Publishing and consuming have a connection each: a broker that is short of memory
 * stops reading from those that publish.
 */
public final class AmqpBroker implements Broker {

    private static final Duration STOP_GRACE = Duration.ofMillis(250);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int TIME_LIMIT_MILLIS = 5_000;
    private static final int HEARTBEAT_SECONDS = 5;

    private final Link publishing;
    private final Link consuming;
    private final Topology topology;
    private final Publisher publisher;
    private final Activity activity;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<AmqpSubscription> subscriptions = new CopyOnWriteArrayList<>();

    private AmqpBroker(URI url, Exchanges exchanges, Activity activity) {
        this.publishing = new Link(factory(url), "shop publishes");
        this.consuming = new Link(factory(url), "shop consumes");
        this.topology = new Topology(exchanges);
        this.publisher = new Publisher(publishing, topology, exchanges);
        this.activity = activity;
    }

    /** Waits up to {@code patience} for the broker, and creates the exchanges that are missing. */
    public static AmqpBroker connect(URI url, Exchanges exchanges, Activity activity, Duration patience)
            throws BrokerUnavailable, InterruptedException {
        AmqpBroker broker = new AmqpBroker(url, exchanges, activity);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                broker.publisher.open();
                return broker;
            } catch (BrokerUnavailable e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Pause.of(BETWEEN_ATTEMPTS);
            }
        }
    }

    @Override
    public CompletableFuture<Void> publish(Envelope envelope) {
        return publisher.publish(envelope);
    }

    @Override
    public Subscription subscribe(String consumer, Channel channel, Set<String> types, Receiver receiver) {
        Topology.Queue queue = new Topology.Queue(consumer, channel, types);
        topology.add(queue);
        AmqpSubscription subscription = new AmqpSubscription(consuming, topology, queue, receiver, workers, activity);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    @Override
    public void close() {
        subscriptions.forEach(AmqpSubscription::stop);
        workers.shutdown();
        try {
            workers.awaitTermination(STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
        consuming.close();
        publishing.close();
    }

    /** The client's own recovery is off: it gives up on a channel that the broker closed, and knows nothing of confirms. */
    private static ConnectionFactory factory(URI url) {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(url);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        factory.setConnectionTimeout(CONNECT_MILLIS);
        factory.setHandshakeTimeout(TIME_LIMIT_MILLIS);
        factory.setChannelRpcTimeout(TIME_LIMIT_MILLIS);
        factory.setRequestedHeartbeat(HEARTBEAT_SECONDS);
        return factory;
    }
}
