package shop.subscription;

import java.util.Optional;
import shop.database.Transaction;

/** Upgrades in the database. */
final class Upgrades {

    static final String TABLES = """
            create table if not exists plan_upgrade (
                upgrade_id      text primary key,
                subscription_id text not null references subscription,
                from_plan       text not null,
                plan            text not null,
                amount_minor    bigint not null,
                currency        text not null,
                status          text not null,
                correlation_id  text not null,
                created_at      timestamptz not null default clock_timestamp()
            );
            """;

    private Upgrades() {}

    /** What a webhook, which carries no correlation ID, has to be told of an upgrade. */
    record Asked(Upgrade upgrade, String status, String correlationId) {}

    static void add(Transaction tx, Upgrade upgrade, String correlationId) {
        tx.update(
                """
                insert into plan_upgrade
                    (upgrade_id, subscription_id, from_plan, plan, amount_minor, currency, status, correlation_id)
                values (?, ?, ?, ?, ?, ?, 'requested', ?)
                """,
                upgrade.upgradeId(),
                upgrade.subscriptionId(),
                upgrade.fromPlan(),
                upgrade.plan(),
                upgrade.amount(),
                upgrade.currency(),
                correlationId);
    }

    static Optional<Asked> find(Transaction tx, String upgradeId) {
        return tx.first(
                """
                select u.upgrade_id, u.subscription_id, s.billing_id, s.customer_email, u.from_plan, u.plan,
                    u.amount_minor, u.currency, u.status, u.correlation_id
                from plan_upgrade u join subscription s using (subscription_id) where u.upgrade_id = ?
                """,
                row -> new Asked(
                        new Upgrade(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getLong(7),
                                row.getString(8)),
                        row.getString(9),
                        row.getString(10)),
                upgradeId);
    }

    /** The provider has answered. By then it may have said by webhook how the payment went. */
    static void waitForPayment(Transaction tx, String upgradeId) {
        tx.update(
                "update plan_upgrade set status = 'waiting for payment' where upgrade_id = ? and status = 'requested'",
                upgradeId);
    }

    static void end(Transaction tx, String upgradeId, String status) {
        tx.update("update plan_upgrade set status = ? where upgrade_id = ?", status, upgradeId);
    }
}
