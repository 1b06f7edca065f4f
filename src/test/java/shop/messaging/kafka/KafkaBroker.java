package shop.messaging.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import shop.activity.Activity;
import shop.messaging.Broker;
import shop.messaging.BrokerUnavailable;
import shop.messaging.Channel;
import shop.messaging.Envelope;
import shop.messaging.Receiver;
import shop.messaging.Subscription;

/** Sends each channel over one topic. Every consumer is handed all of its channel. */
public final class KafkaBroker implements Broker {

    private final String bootstrap;
    private final Map<Channel, String> topics;
    private final Activity activity;
    private final Producer<String, String> producer;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<KafkaSubscription> subscriptions = new CopyOnWriteArrayList<>();

    private KafkaBroker(String bootstrap, Map<Channel, String> topics, Activity activity) {
        this.bootstrap = bootstrap;
        this.topics = Map.copyOf(topics);
        this.activity = activity;
        this.producer = Clients.producer(bootstrap);
    }

    /** Waits up to {@code patience} for the broker, and creates the topics that are missing. */
    public static KafkaBroker connect(
            String bootstrap, Map<Channel, String> topics, Activity activity, Duration patience)
            throws BrokerUnavailable, InterruptedException {
        Topics.create(bootstrap, topics.values(), patience);
        return new KafkaBroker(bootstrap, topics, activity);
    }

    @Override
    public CompletableFuture<Void> publish(Envelope envelope) {
        CompletableFuture<Void> published = new CompletableFuture<>();
        try {
            producer.send(Records.write(envelope, topics.get(envelope.channel())), (metadata, failure) -> {
                if (failure == null) {
                    published.complete(null);
                } else {
                    published.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            published.completeExceptionally(e);
        }
        return published;
    }

    @Override
    public Subscription subscribe(String consumer, Channel channel, Set<String> types, Receiver receiver) {
        KafkaSubscription subscription =
                new KafkaSubscription(bootstrap, consumer, channel, topics.get(channel), receiver, workers, activity);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    @Override
    public void close() {
        subscriptions.forEach(KafkaSubscription::stop);
        subscriptions.forEach(KafkaSubscription::awaitEnd);
        workers.shutdownNow();
        producer.close(Duration.ofMillis(200));
    }
}
