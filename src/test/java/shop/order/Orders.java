package shop.order;

import java.util.Optional;
import shop.database.Transaction;

/** The orders in the database. */
public final class Orders {

    public static final String TABLES = """
            create table if not exists customer_order (
                order_id       text primary key,
                customer_email text not null,
                amount_minor   bigint not null,
                currency       text not null,
                created_at     timestamptz not null default clock_timestamp()
            );
            """;

    private static final String SELECT =
            "select order_id, customer_email, amount_minor, currency from customer_order where order_id = ?";

    private Orders() {}

    /** Returns whether it is new. */
    static boolean add(Transaction tx, Order order) {
        return tx.update("""
                        insert into customer_order (order_id, customer_email, amount_minor, currency)
                        values (?, ?, ?, ?) on conflict do nothing
                        """, order.orderId(), order.customerEmail(), order.amount(), order.currency()) == 1;
    }

    static Optional<Order> find(Transaction tx, String orderId) {
        return select(tx, SELECT, orderId);
    }

    /** Nobody else can lock the order, and so change what depends on it, until this transaction ends. */
    public static Optional<Order> lock(Transaction tx, String orderId) {
        return select(tx, SELECT + " for update", orderId);
    }

    private static Optional<Order> select(Transaction tx, String sql, String orderId) {
        return tx.first(
                sql, row -> new Order(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)), orderId);
    }
}
