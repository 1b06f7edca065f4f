package shop.saga;

import java.util.Optional;
import shop.database.Transaction;
import shop.workflow.Workflows;

/** The checkouts in the database, and which steps of each are done. */
final class Checkouts {

    static final String TABLES = """
            create table if not exists checkout (
                checkout_id text primary key,
                order_id    text not null unique,
                status      text not null,
                created_at  timestamptz not null default clock_timestamp()
            );
            create table if not exists checkout_step (
                checkout_id text not null references checkout,
                step        text not null,
                reference   text not null,
                done_at     timestamptz not null default clock_timestamp(),
                primary key (checkout_id, step)
            );
            """;

    private Checkouts() {}

    /** A checkout as its caller sees it. */
    record View(String checkoutId, String orderId, String status) {}

    static View add(Transaction tx, Checkout checkout) {
        tx.update(
                "insert into checkout (checkout_id, order_id, status) values (?, ?, 'open')",
                checkout.checkoutId(),
                checkout.orderId());
        return new View(checkout.checkoutId(), checkout.orderId(), "open");
    }

    static boolean isOpen(Transaction tx, String checkoutId) {
        return tx.exists("select 1 from checkout where checkout_id = ? and status = 'open'", checkoutId);
    }

    /** Returns whether it was in the state that it leaves. */
    static boolean move(Transaction tx, String checkoutId, String from, String to) {
        return tx.update("update checkout set status = ? where checkout_id = ? and status = ?", to, checkoutId, from)
                == 1;
    }

    /** By what the other side knows a step that was done. */
    static Optional<String> reference(Transaction tx, String checkoutId, String step) {
        return tx.first(
                "select reference from checkout_step where checkout_id = ? and step = ?",
                row -> row.getString(1),
                checkoutId,
                step);
    }

    static void done(Transaction tx, String checkoutId, String step, String reference) {
        tx.update(
                "insert into checkout_step (checkout_id, step, reference) values (?, ?, ?) on conflict do nothing",
                checkoutId,
                step,
                reference);
        Workflows.take(tx, checkoutId, step);
    }
}
