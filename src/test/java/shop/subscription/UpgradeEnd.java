package shop.subscription;

import shop.database.Transaction;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.workflow.Workflows;

/** How an upgrade ends: paid, or not. */
final class UpgradeEnd {

    private UpgradeEnd() {}

    static void paid(Transaction tx, Outbox outbox, Upgrade upgrade, String correlationId) {
        Upgrades.end(tx, upgrade.upgradeId(), "paid");
        Subscriptions.changePlan(tx, upgrade.subscriptionId(), upgrade.plan());
        Workflows.take(tx, upgrade.upgradeId(), UpgradeWorkflow.PAYMENT_CONFIRMED);
        outbox.add(
                tx, Message.of(UpgradeWorkflow.PAID, correlationId, upgrade).on(Channel.COMMANDS, upgrade.upgradeId()));
    }

    /** The customer keeps the plan of before. */
    static void failed(Transaction tx, Outbox outbox, Upgrade upgrade, String correlationId) {
        Upgrades.end(tx, upgrade.upgradeId(), "failed");
        Subscriptions.changePlan(tx, upgrade.subscriptionId(), upgrade.fromPlan());
        Workflows.take(tx, upgrade.upgradeId(), UpgradeWorkflow.PAYMENT_FAILED);
        outbox.add(
                tx, Message.of(UpgradeWorkflow.FAILED, correlationId, upgrade).on(Channel.EVENTS, upgrade.upgradeId()));
    }
}
