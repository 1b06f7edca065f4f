package shop.messaging.amqp;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.activity.Activity;
import shop.messaging.BrokerUnavailable;
import shop.messaging.Envelope;
import shop.messaging.Lanes;
import shop.messaging.Receiver;
import shop.messaging.Subscription;
import shop.messaging.UnreadableMessage;
import shop.retry.Pause;

/** A consumer of one queue, begun anew whenever its channel ends, while the workers handle. */
final class AmqpSubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(AmqpSubscription.class);
    private static final int MOST_AT_ONCE = 64;
    private static final Duration BEFORE_BEGINNING_ANEW = Duration.ofMillis(200);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);

    private final Link link;
    private final Topology topology;
    private final Topology.Queue queue;
    private final Receiver receiver;
    private final Activity activity;
    private final Lanes lanes;
    private final Unfinished unfinished = new Unfinished();
    private final Thread thread;
    private volatile boolean consuming;
    private volatile boolean stopping;

    AmqpSubscription(
            Link link,
            Topology topology,
            Topology.Queue queue,
            Receiver receiver,
            Executor workers,
            Activity activity) {
        this.link = link;
        this.topology = topology;
        this.queue = queue;
        this.receiver = receiver;
        this.activity = activity;
        this.lanes = new Lanes(workers);
        this.thread = new Thread(this::run, queue.name());
    }

    void start() {
        thread.start();
    }

    /** What is being handled may still end, and be acknowledged, until the connection is closed. */
    void stop() {
        stopping = true;
        thread.interrupt();
    }

    @Override
    public boolean active() {
        return consuming;
    }

    private void run() {
        while (!stopping) {
            try {
                String reason = consume();
                LOG.info("{} begins anew: {}", queue.name(), reason);
                Pause.of(BEFORE_BEGINNING_ANEW);
            } catch (InterruptedException e) {
                LOG.debug("{} was stopped", queue.name());
            } catch (BrokerUnavailable | RuntimeException e) {
                tell(e);
                pause();
            }
        }
    }

    /** Returns why it cannot go on. */
    private String consume() throws BrokerUnavailable, InterruptedException {
        Channel channel = link.channel();
        CompletableFuture<String> end = new CompletableFuture<>();
        try {
            topology.declare(channel, List.of(queue));
            channel.basicQos(MOST_AT_ONCE);
            channel.basicConsume(
                    queue.name(),
                    false,
                    queue.name(),
                    (tag, delivery) -> deliver(channel, delivery),
                    tag -> end.complete("the broker ended it"),
                    (tag, signal) -> end.complete(Reason.of(signal)));
            unfinished.handOverTo(channel);
            consuming = true;
            return end.get();
        } catch (IOException | ShutdownSignalException e) {
            throw new BrokerUnavailable(Reason.of(e), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            consuming = false;
            if (!stopping) {
                abandon(channel);
            }
        }
    }

    /** Once there is a new channel, what this one has been handed and not acknowledged would be handled twice at a time. */
    private static void abandon(Channel channel) {
        try {
            channel.abort();
        } catch (IOException | ShutdownSignalException e) {
            LOG.debug("A channel was gone", e);
        }
    }

    private void deliver(Channel channel, Delivery delivery) {
        Envelope envelope = Letter.read(delivery, queue.channel());
        long tag = delivery.getEnvelope().getDeliveryTag();
        Activity.Work work = activity.begin(envelope.correlationId());
        if (!stopping) {
            lanes.add(envelope.key(), () -> handle(channel, tag, envelope, work));
        }
    }

    /** What is not acknowledged is delivered again, and counts as work that is not done. */
    private void handle(Channel channel, long tag, Envelope envelope, Activity.Work work) {
        try {
            if (!stopping && channel.isOpen()) {
                settle(channel, tag, envelope);
                work.close();
                return;
            }
        } catch (IOException | ShutdownSignalException e) {
            LOG.debug("{} could not acknowledge {}", queue.name(), envelope.key(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unfinished.add(channel, work);
    }

    private void settle(Channel channel, long tag, Envelope envelope) throws IOException, InterruptedException {
        try {
            receive(envelope);
            channel.basicAck(tag, false);
        } catch (UnreadableMessage e) {
            LOG.warn("{} puts aside a message that it cannot read: {}", queue.name(), e.getMessage());
            channel.basicReject(tag, false);
        }
    }

    /** Tried again here and not by the broker, which would hand out later messages with the same key before. */
    private void receive(Envelope envelope) throws UnreadableMessage, InterruptedException {
        while (true) {
            try {
                receiver.receive(envelope);
                return;
            } catch (RuntimeException e) {
                LOG.error("{} could not handle {}", queue.name(), envelope.key(), e);
                Pause.of(BEFORE_ANOTHER_TRY);
            }
        }
    }

    /** Of a broker that is away the link tells, once for all. */
    private void tell(Exception e) {
        if (link.isUp()) {
            LOG.warn("{} waits for its queue: {}", queue.name(), e.getMessage());
        }
    }

    private void pause() {
        try {
            Pause.of(BEFORE_BEGINNING_ANEW);
        } catch (InterruptedException e) {
            LOG.debug("{} was stopped", queue.name());
        }
    }
}
