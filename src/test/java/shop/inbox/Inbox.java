package shop.inbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.database.Database;
import shop.database.DatabaseFailure;
import shop.database.DatabaseUnavailable;
import shop.messaging.Envelope;
import shop.messaging.Message;
import shop.messaging.Receiver;
import shop.messaging.UnreadableMessage;
import shop.retry.GivenUp;
import shop.retry.Pause;
import shop.retry.Retry;
import shop.retry.TryAgain;

/** Stands between the broker and the handlers. */
public final class Inbox {

    public static final String TABLES = """
            create table if not exists processed_message (
                consumer     text not null,
                message_id   text not null,
                processed_at timestamptz not null default clock_timestamp(),
                primary key (consumer, message_id)
            );
            create table if not exists parked_message (
                consumer       text not null,
                message_id     text not null,
                message_key    text not null,
                correlation_id text not null,
                body           text not null,
                reason         text not null,
                parked_at      timestamptz not null default clock_timestamp(),
                primary key (consumer, message_id)
            );
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final Duration UNTIL_THE_DATABASE_IS_BACK = Duration.ofMillis(500);

    private final Database database;
    private final Retry retry;

    public Inbox(Database database, Retry retry) {
        this.database = database;
        this.retry = retry;
    }

    public Receiver receiverFor(Consumer consumer) {
        return envelope -> receive(consumer, envelope);
    }

    private void receive(Consumer consumer, Envelope envelope) throws UnreadableMessage, InterruptedException {
        Message message = Message.in(envelope);
        Handler handler = consumer.handlers().get(message.type());
        while (handler != null) {
            try {
                handleOnce(consumer, handler, message, envelope);
                return;
            } catch (DatabaseFailure e) {
                LOG.warn("{} waits with {}: {}", consumer.name(), message.type(), e.getMessage());
                Pause.of(UNTIL_THE_DATABASE_IS_BACK);
            }
        }
    }

    private void handleOnce(Consumer consumer, Handler handler, Message message, Envelope envelope)
            throws InterruptedException {
        if (isProcessed(consumer, message)) {
            return;
        }
        try {
            retry.call(() -> handle(consumer, handler, message));
        } catch (GivenUp e) {
            LOG.warn("{} parks {} {}: {}", consumer.name(), message.type(), envelope.key(), e.getMessage());
            park(consumer, message, envelope, e.getMessage());
        }
    }

    private Void handle(Consumer consumer, Handler handler, Message message)
            throws TryAgain, GivenUp, InterruptedException {
        try {
            Handler.Changes changes = handler.handle(message);
            database.transaction(tx -> {
                changes.saveIn(tx);
                return tx.update(
                        "insert into processed_message (consumer, message_id) values (?, ?) on conflict do nothing",
                        consumer.name(),
                        message.id());
            });
            return null;
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} failed on {}", consumer.name(), message.type(), e);
            throw new TryAgain(e.toString());
        }
    }

    private boolean isProcessed(Consumer consumer, Message message) {
        return database.transaction(tx -> tx.exists(
                "select 1 from processed_message where consumer = ? and message_id = ?",
                consumer.name(),
                message.id()));
    }

    private void park(Consumer consumer, Message message, Envelope envelope, String reason) {
        database.transaction(tx -> {
            tx.update(
                    """
                    insert into parked_message (consumer, message_id, message_key, correlation_id, body, reason)
                    values (?, ?, ?, ?, ?, ?) on conflict do nothing
                    """,
                    consumer.name(),
                    message.id(),
                    envelope.key(),
                    envelope.correlationId(),
                    envelope.body(),
                    reason);
            return tx.update(
                    "insert into processed_message (consumer, message_id) values (?, ?) on conflict do nothing",
                    consumer.name(),
                    message.id());
        });
    }
}
