package shop.messaging;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Carries envelopes: at least once, to every consumer that subscribed under a name of its own. */
public interface Broker extends AutoCloseable {

    /** The future completes when the broker has the envelope safely. */
    CompletableFuture<Void> publish(Envelope envelope);

    /**
     * From now on the consumer misses nothing that is published.
     *
     * @param types which types of messages it cares for; it may be handed others, too
     */
    Subscription subscribe(String consumer, Channel channel, Set<String> types, Receiver receiver);

    /** Lets what is being handled end for a moment, interrupts it if it does not, and stops. */
    @Override
    void close();
}
