package shop.messaging.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import shop.messaging.BrokerUnavailable;
import shop.messaging.Envelope;
import shop.messaging.UnreadableMessage;

/** Publishes over one channel, and tells of each letter whether the broker has it. */
final class Publisher {

    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(10);

    private final Link link;
    private final Topology topology;
    private final Exchanges exchanges;
    private Session session;

    Publisher(Link link, Topology topology, Exchanges exchanges) {
        this.link = link;
        this.topology = topology;
        this.exchanges = exchanges;
    }

    CompletableFuture<Void> publish(Envelope envelope) {
        try {
            return confirmed(send(envelope, Letter.of(envelope)));
        } catch (BrokerUnavailable | UnreadableMessage e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletableFuture<Void> confirmed(CompletableFuture<Void> sent) {
        return sent.orTimeout(CONFIRMED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException
                                ? new BrokerUnavailable(
                                        "no confirm within " + CONFIRMED_WITHIN.toSeconds() + " s", failure)
                                : failure));
    }

    /** Ready to publish to all exchanges and queues that are known. */
    synchronized Session open() throws BrokerUnavailable {
        if (session == null || !session.channel.isOpen()) {
            session = new Session(link.channel());
        }
        session.declareNews();
        return session;
    }

    private synchronized CompletableFuture<Void> send(Envelope envelope, Letter letter) throws BrokerUnavailable {
        String blocked = link.blockedBecause();
        if (blocked != null) {
            throw new BrokerUnavailable("it takes no messages at present: " + blocked, null);
        }
        // An event is news for whoever cares; a command that nobody takes would be work that is never done.
        boolean mandatory = envelope.channel() == shop.messaging.Channel.COMMANDS;
        return open().send(exchanges.of(envelope.channel()), mandatory, letter);
    }

    private record Pending(String messageId, CompletableFuture<Void> confirmed) {}

    /** What was sent over a channel as long as that is open. */
    final class Session {
        private final Channel channel;
        private final ConcurrentNavigableMap<Long, Pending> pending = new ConcurrentSkipListMap<>();
        private List<Topology.Queue> declared;

        private Session(Channel channel) throws BrokerUnavailable {
            this.channel = channel;
            try {
                channel.confirmSelect();
            } catch (IOException | ShutdownSignalException e) {
                throw new BrokerUnavailable(Reason.of(e), e);
            }
            channel.addConfirmListener(
                    (tag, multiple) -> upTo(tag, multiple).forEach(letter -> letter.confirmed.complete(null)),
                    (tag, multiple) -> fail(upTo(tag, multiple), "the broker could not keep it", null));
            channel.addReturnListener(returned -> {
                String id = returned.getProperties().getMessageId();
                fail(
                        pending.values().stream()
                                .filter(letter -> letter.messageId.equals(id))
                                .toList(),
                        "no queue takes " + returned.getRoutingKey(),
                        null);
            });
            channel.addShutdownListener(signal -> fail(pending.values(), Reason.of(signal), signal));
        }

        private void declareNews() throws BrokerUnavailable {
            List<Topology.Queue> queues = topology.queues();
            if (queues != declared) {
                topology.declare(channel, queues);
                declared = queues;
            }
        }

        private CompletableFuture<Void> send(String exchange, boolean mandatory, Letter letter)
                throws BrokerUnavailable {
            CompletableFuture<Void> confirmed = new CompletableFuture<>();
            long tag = channel.getNextPublishSeqNo();
            pending.put(tag, new Pending(letter.id(), confirmed));
            try {
                channel.basicPublish(exchange, letter.routingKey(), mandatory, letter.properties(), letter.body());
            } catch (IOException | ShutdownSignalException e) {
                pending.remove(tag);
                throw new BrokerUnavailable(Reason.of(e), e);
            }
            return confirmed;
        }

        private Collection<Pending> upTo(long tag, boolean multiple) {
            ConcurrentNavigableMap<Long, Pending> those =
                    multiple ? pending.headMap(tag, true) : pending.subMap(tag, true, tag, true);
            List<Pending> done = List.copyOf(those.values());
            those.clear();
            return done;
        }

        private void fail(Collection<Pending> letters, String reason, Throwable cause) {
            letters.forEach(letter -> letter.confirmed.completeExceptionally(new BrokerUnavailable(reason, cause)));
        }
    }
}
