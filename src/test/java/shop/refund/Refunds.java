package shop.refund;

import java.util.Optional;
import shop.database.Transaction;

/** The refunds and their ledger entries in the database. */
public final class Refunds {

    public static final String TABLES = """
            create table if not exists refund (
                refund_id    text primary key,
                order_id     text not null references customer_order,
                amount_minor bigint not null,
                currency     text not null,
                status       text not null,
                reason       text,
                created_at   timestamptz not null default clock_timestamp()
            );
            create index if not exists refund_by_order on refund (order_id);
            create table if not exists ledger_entry (
                entry_id     text primary key,
                refund_id    text not null,
                order_id     text not null,
                amount_minor bigint not null,
                currency     text not null,
                posted_at    timestamptz not null default clock_timestamp()
            );
            """;

    private Refunds() {}

    /** A refund as its caller sees it. */
    record View(String id, String status, String orderId, long amount, String currency, String reason) {}

    static void add(Transaction tx, Refund refund) {
        tx.update("""
                insert into refund (refund_id, order_id, amount_minor, currency, status)
                values (?, ?, ?, ?, 'accepted')
                """, refund.refundId(), refund.orderId(), refund.amount(), refund.currency());
    }

    static Optional<View> find(Transaction tx, String refundId) {
        return tx.first(
                "select refund_id, status, order_id, amount_minor, currency, reason from refund where refund_id = ?",
                row -> new View(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6)),
                refundId);
    }

    /** A refund as messages tell of it. */
    static Optional<Refund> withCustomer(Transaction tx, String refundId) {
        return tx.first(
                """
                select refund_id, order_id, customer_email, refund.amount_minor, refund.currency
                from refund join customer_order using (order_id) where refund_id = ?
                """,
                row -> new Refund(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5)),
                refundId);
    }

    /** What was refunded of an order, or is about to be. */
    static long taken(Transaction tx, String orderId) {
        return tx.first(
                        "select coalesce(sum(amount_minor), 0) from refund where order_id = ? and status <> 'failed'",
                        row -> row.getLong(1),
                        orderId)
                .orElse(0L);
    }

    static boolean isOpen(Transaction tx, String refundId) {
        return tx.exists("select 1 from refund where refund_id = ? and status = 'accepted'", refundId);
    }

    static void post(Transaction tx, Refund refund) {
        tx.update(
                "insert into ledger_entry (entry_id, refund_id, order_id, amount_minor, currency) values (?, ?, ?, ?, ?)",
                "le_" + refund.refundId(),
                refund.refundId(),
                refund.orderId(),
                refund.amount(),
                refund.currency());
    }

    static void complete(Transaction tx, Refund refund) {
        tx.update("update refund set status = 'completed' where refund_id = ?", refund.refundId());
    }

    /** The amount can be refunded again from now on. */
    static void fail(Transaction tx, Refund refund) {
        tx.update(
                "update refund set status = 'failed', reason = ? where refund_id = ?",
                refund.reason(),
                refund.refundId());
    }
}
