package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.vocabulary.SystemSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * One connection and what hangs on it: a queue of our own beside those of the consumers, and for each tapped exchange a
 * watcher.
 *
 * <p>A fence is published straight to our queue, so that no consumer gets it. It comes after everything that the broker
 * has confirmed before. That would not show that the queue is still bound: an exchange can be deleted and made again. So
 * an exchange of ours, the watcher, is bound to lead to the tapped one and to nothing else. It is deleted by the broker
 * when that is its last binding to go. Each fence goes to the watchers first, over the same channel, and a channel that
 * published to what is not there is closed: only while the bindings are what they were does a fence come back.
 */
final class Session implements AutoCloseable {

    private static final String PREFIX = "handoff.tap.";
    private static final String LEADS_NOWHERE = "handoff";
    private static final int MOST_TAPS = 1000;
    private static final int RESOURCE_LOCKED = 405;

    private final Broker broker;
    private final Connection connection;
    private final Receiver receiver;
    private final Map<SystemSpec.Exchange, List<String>> keys;
    private final String queue;
    private final List<String> watchers = new ArrayList<>();
    private final Channel fencing;
    private Channel asking;
    private Channel publishing;
    private volatile String returned;
    private volatile String blocked;
    private volatile boolean closing;

    /** Who gets what comes over a session, on its threads. */
    interface Receiver {

        void delivered(Session from, Delivery delivery);

        /** Nothing more comes, for a reason that is a sentence. */
        void lost(Session from, String reason);
    }

    /**
     * Connects; nothing comes before it is bound.
     *
     * @throws ProbeFailed when that cannot be done
     */
    static Session open(Broker broker, SystemSpec.Amqp spec, Receiver receiver) {
        Connection connection = broker.connect();
        try {
            return new Session(broker, connection, spec, receiver);
        } catch (IOException | TimeoutException | ShutdownSignalException failed) {
            connection.abort(1000);
            throw untapped(broker, failed);
        } catch (ProbeFailed failed) {
            connection.abort(1000);
            throw failed;
        }
    }

    private static ProbeFailed untapped(Broker broker, Exception failed) {
        return new ProbeFailed(broker.words() + " does not let itself be tapped"
                + Broker.refusal(failed).map(reason -> ": " + reason).orElse(""));
    }

    private Session(Broker broker, Connection connection, SystemSpec.Amqp spec, Receiver receiver)
            throws IOException, TimeoutException {
        this.broker = broker;
        this.connection = connection;
        this.receiver = receiver;
        this.keys = keys(spec);
        this.queue = claim();
        this.fencing = channel(connection);
        connection.addShutdownListener(this::closed);
        fencing.addShutdownListener(this::closed);
        connection.addBlockedListener(reason -> blocked = reason, () -> blocked = null);
    }

    /**
     * From now on everything comes.
     *
     * @throws ProbeFailed when the broker refuses
     */
    void bind() {
        try {
            Channel tapping = channel(connection);
            bind(tapping);
            consume(tapping);
        } catch (IOException | ShutdownSignalException failed) {
            abandon();
            throw untapped(broker, failed);
        }
    }

    private void bind(Channel tapping) throws IOException {
        for (Map.Entry<SystemSpec.Exchange, List<String>> exchange : keys.entrySet()) {
            for (String key : exchange.getValue()) {
                // without arguments a headers exchange asks for no header, which all messages fulfil
                tapping.queueBind(queue, exchange.getKey().name(), key);
            }
            watch(tapping, exchange.getKey().name());
        }
    }

    private Map<SystemSpec.Exchange, List<String>> keys(SystemSpec.Amqp spec) {
        Exchanges exchanges = new Exchanges(connection, broker.words());
        Map<SystemSpec.Exchange, List<String>> keys = new LinkedHashMap<>();
        keys.put(spec.exchange(), exchanges.keys(spec.exchange()));
        spec.deadLetters()
                .filter(letters -> !letters.name().equals(spec.exchange().name()))
                .ifPresent(letters -> keys.put(letters, exchanges.keys(letters)));
        return keys;
    }

    /**
     * A queue that nobody else has. Its name is one of few, so that the watchers that a killed run has left, which lead
     * nowhere, are those of the next.
     */
    private String claim() throws IOException, TimeoutException {
        for (int place = 0; place < MOST_TAPS; place++) {
            String name = PREFIX + place;
            try (Channel channel = channel(connection)) {
                channel.queueDeclare(
                        name,
                        false,
                        true,
                        false,
                        Map.of(
                                "x-queue-type",
                                "classic",
                                // what a policy takes out of our queue is not to be a dead letter of the application's
                                "x-dead-letter-exchange",
                                "",
                                "x-dead-letter-routing-key",
                                name + ".dropped"));
                channel.queueDeclare(name + ".dropped", false, true, false, Map.of("x-queue-type", "classic"));
                return name;
            } catch (IOException taken) {
                if (Broker.code(taken) != RESOURCE_LOCKED) {
                    throw taken;
                }
            }
        }
        throw new ProbeFailed(broker.words() + " has " + MOST_TAPS + " taps already");
    }

    private void watch(Channel channel, String exchange) throws IOException {
        String watcher = queue + "." + watchers.size();
        channel.exchangeDelete(watcher);
        channel.exchangeDeclare(watcher, "direct", false, true, null);
        channel.exchangeBind(exchange, watcher, LEADS_NOWHERE);
        watchers.add(watcher);
    }

    private void consume(Channel channel) throws IOException {
        channel.basicConsume(
                queue + ".dropped",
                true,
                (tag, dropped) ->
                        lost("the broker has dropped messages of the tap: a policy of its queues limits them"),
                tag -> {});
        channel.basicConsume(
                queue,
                true,
                "",
                false,
                true,
                null,
                (tag, delivery) -> {
                    if (!closing) {
                        receiver.delivered(this, delivery);
                    }
                },
                tag -> lost("the queue of the tap was deleted"));
    }

    static Channel channel(Connection connection) throws IOException {
        Channel channel = connection.createChannel();
        if (channel == null) {
            throw new IOException("no channel is left");
        }
        return channel;
    }

    private void closed(ShutdownSignalException signal) {
        if (Broker.code(signal) == AMQP.NOT_FOUND) {
            lost("an exchange that was tapped has been deleted");
        } else {
            lost(Broker.refusal(signal)
                    .map(reason -> "the broker ended the connection: " + reason)
                    .orElse("the connection to the broker is lost"));
        }
    }

    private void lost(String reason) {
        if (!closing) {
            receiver.lost(this, reason);
        }
    }

    boolean isOpen() {
        return connection.isOpen() && fencing.isOpen();
    }

    /** Why the broker takes nothing at the moment; null when it does, as far as it has said. */
    String blocked() {
        return blocked;
    }

    String identity() {
        return broker.identity(connection);
    }

    /** Whether a delivery came by no exchange, as fences do. */
    static boolean isFence(Delivery delivery) {
        return delivery.getEnvelope().getExchange().isEmpty();
    }

    /** Sends a fence; false when it could not leave. */
    boolean fence(long number) {
        try {
            synchronized (fencing) {
                for (String watcher : watchers) {
                    fencing.basicPublish(watcher, "", null, new byte[0]);
                }
                fencing.basicPublish("", queue, null, Long.toString(number).getBytes(StandardCharsets.US_ASCII));
            }
            return true;
        } catch (IOException | ShutdownSignalException gone) {
            lost("the connection to the broker is lost");
            return false;
        }
    }

    /** How many messages of a queue wait, and for how many consumers. */
    synchronized Depth depth(String name) {
        try {
            if (asking == null || !asking.isOpen()) {
                asking = channel(connection);
            }
            AMQP.Queue.DeclareOk answer = asking.queueDeclarePassive(name);
            return new Depth(answer.getMessageCount(), answer.getConsumerCount());
        } catch (IOException refused) {
            throw new ProbeFailed(
                    switch (Broker.code(refused)) {
                        case AMQP.NOT_FOUND -> broker.words() + " has no queue " + name;
                        case RESOURCE_LOCKED -> "the queue " + name + " is its consumer's alone and cannot be asked";
                        default ->
                            broker.words() + " does not tell of the queue " + name
                                    + Broker.refusal(refused)
                                            .map(reason -> ": " + reason)
                                            .orElse("");
                    });
        } catch (ShutdownSignalException lost) {
            throw new ProbeFailed(broker.words() + " cannot be reached");
        }
    }

    /** What a queue holds, what its consumers were given aside. */
    record Depth(long ready, long consumers) {}

    /**
     * Publishes, and returns when the broker has it.
     *
     * @throws ProbeFailed when it does not take it, or has no queue for it
     */
    void publish(String exchange, String key, AMQP.BasicProperties properties, byte[] body) {
        try {
            Channel channel = publishing();
            synchronized (channel) {
                returned = null;
                channel.basicPublish(exchange, key, true, properties, body);
                if (!channel.waitForConfirms(5000)) {
                    throw new ProbeFailed(broker.words() + " does not take the message");
                }
                if (returned != null) {
                    throw new ProbeFailed("no queue is bound for a message with the routing key \"" + key
                            + "\" on exchange " + exchange);
                }
            }
        } catch (IOException | TimeoutException | ShutdownSignalException refused) {
            throw new ProbeFailed(broker.words() + " does not take the message"
                    + Broker.refusal(refused).map(reason -> ": " + reason).orElse(""));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeFailed("the wait for " + broker.words() + " was interrupted");
        }
    }

    private synchronized Channel publishing() throws IOException {
        if (publishing == null || !publishing.isOpen()) {
            publishing = channel(connection);
            publishing.confirmSelect();
            publishing.addReturnListener(message -> returned = message.getReplyText());
        }
        return publishing;
    }

    /** Whether nothing counts any more that has come over it. */
    boolean isSilenced() {
        return closing;
    }

    /** Nothing is to come over it any more. */
    void silence() {
        closing = true;
    }

    /** The same; what the broker has of it goes when it notices. */
    void abandon() {
        silence();
        connection.abort(1000);
    }

    @Override
    public void close() {
        silence();
        try (Channel channel = channel(connection)) {
            for (String watcher : watchers) {
                channel.exchangeDelete(watcher);
            }
        } catch (IOException | TimeoutException | ShutdownSignalException gone) {
            // the broker has ended the connection already
        }
        connection.abort(2000);
    }
}
