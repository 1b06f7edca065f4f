package shop.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.activity.Activity;
import shop.database.Database;
import shop.database.DatabaseFailure;
import shop.database.Transaction;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.messaging.Envelope;

/**
 * Sends what is in the outbox, in its order, and marks it once the broker has it. From that mark until a consumer is handed
 * the message, nothing in this process knows of it: only the consumer groups' offsets tell.
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final long TICK_MILLIS = 200;
    private static final long STOP_GRACE_MILLIS = 300;
    private static final int BATCH = 500;

    private final Database database;
    private final Outbox outbox;
    private final Broker broker;
    private final Activity activity;
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean stopping;

    public OutboxRelay(Database database, Outbox outbox, Broker broker, Activity activity) {
        this.database = database;
        this.outbox = outbox;
        this.broker = broker;
        this.activity = activity;
    }

    private record Unsent(long position, Envelope envelope) {}

    public void start() {
        thread.start();
    }

    public boolean running() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        stopping = true;
        outbox.wake();
        try {
            thread.join(STOP_GRACE_MILLIS);
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (!relay()) {
                    outbox.awaitNews(TICK_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The outbox relay was stopped");
        }
    }

    /** Returns whether there may be more to send at once. */
    private boolean relay() throws InterruptedException {
        try {
            return database.transaction(this::relay) == BATCH;
        } catch (DatabaseFailure e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LOG.warn("The outbox cannot be read: {}", e.getMessage());
            return false;
        }
    }

    /** The rows stay locked while they are sent, so that a second Shop on the same database does not send them too. */
    private int relay(Transaction tx) {
        List<Unsent> batch = tx.list(
                """
                select position, channel, message_key, correlation_id, body from outbox
                where sent_at is null and not_before <= clock_timestamp() order by position limit %d for update
                """.formatted(BATCH),
                row -> new Unsent(
                        row.getLong(1),
                        new Envelope(
                                Channel.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5))));
        if (batch.isEmpty()) {
            return 0;
        }
        try (Activity.Work work = activity.begin()) {
            Long[] sent = send(batch);
            tx.update("update outbox set sent_at = clock_timestamp() where position = any (?)", (Object) sent);
            return sent.length;
        }
    }

    private Long[] send(List<Unsent> batch) {
        List<CompletableFuture<Void>> sending = new ArrayList<>();
        batch.forEach(unsent -> sending.add(broker.publish(unsent.envelope())));
        List<Long> sent = new ArrayList<>();
        String reason = "";
        for (int i = 0; i < batch.size(); i++) {
            try {
                sending.get(i).get();
                sent.add(batch.get(i).position());
            } catch (ExecutionException e) {
                reason = e.getCause().getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                reason = "Shop is stopped";
            }
        }
        if (sent.size() < batch.size()) {
            LOG.warn("{} of {} messages stay in the outbox: {}", batch.size() - sent.size(), batch.size(), reason);
        }
        return sent.toArray(Long[]::new);
    }
}
