package shop.subscription;

import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Asks billing for the upgrade. Whether it was paid is told later, by webhook. */
final class UpgradeCharging implements Handler {

    private final Billing billing;
    private final Access access;
    private final Outbox outbox;
    private final Defects defects;

    UpgradeCharging(Billing billing, Access access, Outbox outbox, Defects defects) {
        this.billing = billing;
        this.access = access;
        this.outbox = outbox;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Upgrade upgrade = message.data(Upgrade.class);
        try {
            billing.upgrade(upgrade, message.correlationId());
        } catch (GivenUp e) {
            return tx -> UpgradeEnd.failed(tx, outbox, upgrade, message.correlationId());
        }
        if (defects.has(UpgradeDefect.ACCESS_GRANTED_BEFORE_PAYMENT)) {
            access.open(upgrade, message.correlationId());
        }
        return tx -> {
            Upgrades.waitForPayment(tx, upgrade.upgradeId());
            Workflows.take(tx, upgrade.upgradeId(), UpgradeWorkflow.BILLING_ASKED);
        };
    }
}
