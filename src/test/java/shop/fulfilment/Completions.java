package shop.fulfilment;

import java.util.Optional;
import shop.database.Transaction;

/** The completions of orders in the database, one for each order. */
final class Completions {

    static final String TABLES = """
            create table if not exists order_completion (
                completion_id text primary key,
                order_id      text not null unique references customer_order,
                status        text not null,
                confirmed_at  timestamptz,
                created_at    timestamptz not null default clock_timestamp()
            );
            """;

    private Completions() {}

    /** A completion as its caller sees it. */
    record View(String completionId, String orderId, String status) {}

    static void add(Transaction tx, CompletedOrder order) {
        tx.update(
                "insert into order_completion (completion_id, order_id, status) values (?, ?, 'accepted')",
                order.completionId(),
                order.orderId());
    }

    static Optional<View> of(Transaction tx, String orderId) {
        return tx.first(
                "select completion_id, order_id, status from order_completion where order_id = ?",
                row -> new View(row.getString(1), row.getString(2), row.getString(3)),
                orderId);
    }

    /** Returns whether it has not ended before. */
    static boolean end(Transaction tx, String completionId, String status) {
        return tx.update(
                        "update order_completion set status = ? where completion_id = ? and status = 'accepted'",
                        status,
                        completionId)
                == 1;
    }

    static boolean isOpen(Transaction tx, String completionId) {
        return tx.exists(
                "select 1 from order_completion where completion_id = ? and status = 'accepted'", completionId);
    }

    static boolean isConfirmed(Transaction tx, String completionId) {
        return tx.exists(
                "select 1 from order_completion where completion_id = ? and confirmed_at is not null", completionId);
    }

    static void confirmed(Transaction tx, String completionId) {
        tx.update("update order_completion set confirmed_at = clock_timestamp() where completion_id = ?", completionId);
    }
}
