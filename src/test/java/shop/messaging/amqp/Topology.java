package shop.messaging.amqp;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import shop.messaging.BrokerUnavailable;

/**
 * The exchanges and queues. Whoever opens a channel declares them, so that a broker that came back empty has them before
 * anything is published.
 */
final class Topology {

    private static final int MOST_DEAD_LETTERS = 10_000;

    private final Exchanges exchanges;
    private volatile List<Queue> queues = List.of();

    /** A consumer's queue, named as the consumer. */
    record Queue(String name, shop.messaging.Channel channel, Set<String> types) {}

    Topology(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    synchronized void add(Queue queue) {
        queues = Stream.concat(queues.stream(), Stream.of(queue)).toList();
    }

    /** All consumers' queues up to now: the same list as long as there is no other. */
    List<Queue> queues() {
        return queues;
    }

    void declare(Channel channel, List<Queue> those) throws BrokerUnavailable {
        try {
            declareExchanges(channel);
            for (Queue queue : those) {
                declare(channel, queue);
            }
        } catch (IOException | ShutdownSignalException e) {
            throw new BrokerUnavailable(Reason.of(e), e);
        }
    }

    private void declareExchanges(Channel channel) throws IOException {
        for (String exchange : exchanges.all()) {
            channel.exchangeDeclare(exchange, BuiltinExchangeType.TOPIC, true);
        }
        channel.queueDeclare(exchanges.dead(), true, false, false, Map.of("x-max-length", MOST_DEAD_LETTERS));
        channel.queueBind(exchanges.dead(), exchanges.dead(), "#");
    }

    /** One active consumer at a time, because the order of equal keys would be lost between two Shops. */
    private void declare(Channel channel, Queue queue) throws IOException {
        channel.queueDeclare(
                queue.name(),
                true,
                false,
                false,
                Map.of("x-dead-letter-exchange", exchanges.dead(), "x-single-active-consumer", true));
        for (String type : queue.types()) {
            channel.queueBind(queue.name(), exchanges.of(queue.channel()), type);
        }
    }
}
