package shop.messaging;

import java.util.concurrent.CompletableFuture;

/** Carries envelopes: at least once, to every consumer that subscribed under a name of its own. */
public interface Broker extends AutoCloseable {

    /** The future completes when the broker has the envelope safely. */
    CompletableFuture<Void> publish(Envelope envelope);

    Subscription subscribe(String consumer, Channel channel, Receiver receiver);

    /** Lets what is being handled end for a moment, interrupts it if it does not, and stops. */
    @Override
    void close();
}
