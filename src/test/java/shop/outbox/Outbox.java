package shop.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import shop.database.Database;
import shop.database.Transaction;
import shop.messaging.Envelope;

/** Envelopes that wait to be sent. */
public final class Outbox {

    public static final String TABLES = """
            create table if not exists outbox (
                position       bigint generated always as identity primary key,
                channel        text not null,
                message_key    text not null,
                correlation_id text not null,
                body           text not null,
                created_at     timestamptz not null default clock_timestamp(),
                not_before     timestamptz not null default clock_timestamp(),
                sent_at        timestamptz
            );
            create index if not exists outbox_unsent on outbox (position) where sent_at is null;
            """;

    private final Database database;
    private final Semaphore news = new Semaphore(0);

    public Outbox(Database database) {
        this.database = database;
    }

    public void add(Transaction tx, Envelope envelope) {
        addLater(tx, envelope, Duration.ZERO);
    }

    /** To be sent when some time has passed. */
    public void addLater(Transaction tx, Envelope envelope, Duration wait) {
        tx.update("""
                insert into outbox (channel, message_key, correlation_id, body, not_before)
                values (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
                """, envelope.channel().name(), envelope.key(), envelope.correlationId(), envelope.body(), (double)
                wait.toSeconds());
        tx.afterCommit(this::wake);
    }

    /** How many rows wait to be sent, in all or of one correlation ID. */
    public int unsent(Optional<String> correlationId) {
        return database.transaction(tx -> correlationId
                .map(id -> tx.first(
                        "select count(*) from outbox where sent_at is null and correlation_id = ?",
                        row -> row.getInt(1),
                        id))
                .orElseGet(() -> tx.first("select count(*) from outbox where sent_at is null", row -> row.getInt(1)))
                .orElse(0));
    }

    void wake() {
        news.release();
    }

    /** Returns after the next commit that added something, or after {@code millis}. */
    void awaitNews(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
