package shop.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import shop.database.Transaction;

/** Subscriptions and entitlements in the database. */
final class Subscriptions {

    static final String TABLES = """
            create table if not exists subscription (
                subscription_id text primary key,
                customer_email  text not null,
                billing_id      text not null unique,
                plan            text not null,
                currency        text not null,
                status          text not null,
                billing_version integer not null default 1,
                begun_at        timestamptz not null,
                correlation_id  text not null,
                created_at      timestamptz not null default clock_timestamp()
            );
            create table if not exists plan_entitlement (
                entitlement_id  bigint generated always as identity primary key,
                subscription_id text not null references subscription,
                plan            text not null,
                granted_at      timestamptz not null default clock_timestamp()
            );
            """;

    private static final String SELECT = """
            select subscription_id, customer_email, billing_id, plan, currency, status, billing_version, begun_at,
                correlation_id
            from subscription where %s = ?
            """;

    private Subscriptions() {}

    /** Returns whether the provider's ID was new. */
    static boolean add(Transaction tx, Subscription.View sold, String correlationId) {
        return tx.update(
                        """
                        insert into subscription
                            (subscription_id, customer_email, billing_id, plan, currency, status, begun_at, correlation_id)
                        values (?, ?, ?, ?, ?, ?, shop_now(?), ?) on conflict (billing_id) do nothing
                        """,
                        sold.subscriptionId(),
                        sold.customerEmail(),
                        sold.billingId(),
                        sold.plan(),
                        sold.currency(),
                        sold.status(),
                        sold.customerEmail(),
                        correlationId)
                == 1;
    }

    static Optional<Subscription> find(Transaction tx, String id) {
        return tx.first(SELECT.formatted("subscription_id"), Subscriptions::read, id);
    }

    /** Nobody else can lock the subscription, and so change what depends on it, until this transaction ends. */
    static Optional<Subscription> lock(Transaction tx, String id) {
        return tx.first(SELECT.formatted("subscription_id") + " for update", Subscriptions::read, id);
    }

    static Optional<Subscription> lockKnownToBillingAs(Transaction tx, String billingId) {
        return tx.first(SELECT.formatted("billing_id") + " for update", Subscriptions::read, billingId);
    }

    static void knowsBillingVersion(Transaction tx, String id, int version) {
        tx.update("update subscription set billing_version = ? where subscription_id = ?", version, id);
    }

    static void changePlan(Transaction tx, String id, String plan) {
        tx.update("update subscription set plan = ? where subscription_id = ?", plan, id);
    }

    static void changeStatus(Transaction tx, String id, String status) {
        tx.update("update subscription set status = ? where subscription_id = ?", status, id);
    }

    static void entitle(Transaction tx, String id, String plan) {
        tx.update("insert into plan_entitlement (subscription_id, plan) values (?, ?)", id, plan);
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Plan.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9));
    }
}
