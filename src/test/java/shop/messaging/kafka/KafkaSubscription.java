package shop.messaging.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.activity.Activity;
import shop.messaging.Channel;
import shop.messaging.Envelope;
import shop.messaging.Lanes;
import shop.messaging.Receiver;
import shop.messaging.Subscription;
import shop.messaging.UnreadableMessage;
import shop.retry.Pause;

/** One consumer group member: a thread that polls and commits, while the workers handle. */
final class KafkaSubscription implements Subscription, ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSubscription.class);
    private static final int MOST_AT_ONCE = 64;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration REBALANCE_GRACE = Duration.ofSeconds(5);
    private static final Duration BEFORE_BEGINNING_ANEW = Duration.ofMillis(200);
    private static final Duration STOP_GRACE = Duration.ofMillis(250);

    private final String bootstrap;
    private final String group;
    private final Channel channel;
    private final String topic;
    private final Receiver receiver;
    private final Activity activity;
    private final Lanes lanes;
    private final Progress progress = new Progress();
    private final AtomicBoolean wakeupAsked = new AtomicBoolean();
    private final Thread thread;
    private volatile Consumer<String, String> consumer;
    private volatile boolean assigned;
    private volatile boolean stopping;

    KafkaSubscription(
            String bootstrap,
            String group,
            Channel channel,
            String topic,
            Receiver receiver,
            Executor workers,
            Activity activity) {
        this.bootstrap = bootstrap;
        this.group = group;
        this.channel = channel;
        this.topic = topic;
        this.receiver = receiver;
        this.activity = activity;
        this.lanes = new Lanes(workers);
        this.thread = new Thread(this::run, group);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
        wakeUp();
    }

    void awaitEnd() {
        try {
            thread.join(2 * STOP_GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean active() {
        return assigned;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        assigned = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        assigned = false;
        if (!stopping) {
            settle(REBALANCE_GRACE);
        }
        progress.forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        assigned = false;
        progress.forget(partitions);
    }

    private void run() {
        try {
            while (!stopping) {
                consume();
            }
        } catch (InterruptException | WakeupException | InterruptedException e) {
            LOG.debug("{} was stopped early", group);
        } finally {
            assigned = false;
        }
    }

    /** Until it is stopped, or the consumer fails for good and another must take its place. */
    private void consume() throws InterruptedException {
        try (Consumer<String, String> created = Clients.consumer(bootstrap, group, MOST_AT_ONCE)) {
            consumer = created;
            consumer.subscribe(List.of(topic), this);
            while (!stopping) {
                poll().forEach(this::dispatch);
                throttle();
                commit();
            }
            settle(STOP_GRACE);
            consumer.close(CloseOptions.timeout(STOP_GRACE));
        } catch (InterruptException | WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.error("{} begins anew: {}", group, e.getMessage(), e);
            assigned = false;
            progress.forget(progress.known());
            Pause.of(BEFORE_BEGINNING_ANEW);
        }
    }

    private ConsumerRecords<String, String> poll() {
        try {
            return consumer.poll(POLL);
        } catch (WakeupException e) {
            return ConsumerRecords.empty();
        } finally {
            wakeupAsked.set(false);
        }
    }

    private void dispatch(ConsumerRecord<String, String> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        progress.begun(partition, record.offset());
        Envelope envelope = Records.read(record, channel);
        Activity.Work work = activity.begin(envelope.correlationId());
        lanes.add(envelope.key(), () -> {
            if (isReceived(envelope)) {
                progress.ended(partition, record.offset());
                work.close();
                wakeUp();
            }
        });
    }

    /** What was not received stays uncommitted, and counts as work that is not done. */
    private boolean isReceived(Envelope envelope) {
        try {
            receiver.receive(envelope);
            return true;
        } catch (UnreadableMessage e) {
            LOG.warn("{} skips a message that it cannot read: {}", group, e.getMessage());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("{} could not handle {}", group, envelope.key(), e);
        }
        return false;
    }

    private void throttle() {
        if (progress.open() >= MOST_AT_ONCE) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> news = progress.news();
        if (!news.isEmpty()) {
            consumer.commitAsync(news, (offsets, failure) -> {
                if (failure != null) {
                    progress.notCommitted(offsets.keySet());
                }
            });
        }
    }

    private void settle(Duration grace) {
        try {
            progress.awaitEnd(progress.known(), grace.toMillis());
            Map<TopicPartition, OffsetAndMetadata> news = progress.news();
            if (!news.isEmpty()) {
                commitNow(news, grace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.warn("{} could not commit: {}", group, e.getMessage());
        }
    }

    private void commitNow(Map<TopicPartition, OffsetAndMetadata> news, Duration grace) {
        wakeupAsked.set(true); // so that nobody wakes the consumer up from now on
        try {
            consumer.commitSync(news, grace);
        } catch (WakeupException e) {
            consumer.commitSync(news, grace); // that one was asked for before
        }
    }

    private void wakeUp() {
        if (consumer != null && wakeupAsked.compareAndSet(false, true)) {
            consumer.wakeup();
        }
    }
}
