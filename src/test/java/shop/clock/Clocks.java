package shop.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import shop.database.Transaction;

/**
 * A clock for each customer, told by the database: in SQL as {@code shop_now(customer)}. Moved clocks only ever go forward,
 * and stay ahead by as much.
 */
public final class Clocks {

    public static final String TABLES = """
            create table if not exists test_clock (
                customer text primary key,
                ahead    interval not null default interval '0',
                held     boolean not null default false
            );
            create or replace function shop_now(of_customer text) returns timestamptz language sql stable as $$
                select clock_timestamp() + coalesce((select ahead from test_clock where customer = of_customer), interval '0')
            $$;
            """;

    private Clocks() {}

    /** What time it is for a customer. */
    public static Instant now(Transaction tx, String customer) {
        return tx.first(
                        "select shop_now(?)",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        customer)
                .orElseThrow();
    }

    static void advance(Transaction tx, String customer, Duration by) {
        tx.update("""
                insert into test_clock (customer, ahead) values (?, make_interval(secs => ?))
                on conflict (customer) do update set ahead = test_clock.ahead + excluded.ahead
                """, customer, (double) by.toSeconds());
    }

    /** What is due for the customer waits until it is released. */
    static void hold(Transaction tx, String customer, boolean held) {
        tx.update("""
                insert into test_clock (customer, held) values (?, ?)
                on conflict (customer) do update set held = excluded.held
                """, customer, held);
    }
}
