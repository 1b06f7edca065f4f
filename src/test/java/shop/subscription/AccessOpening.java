package shop.subscription;

import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Opens the access to a plan that was paid, and announces it. */
final class AccessOpening implements Handler {

    private final Access access;
    private final Outbox outbox;

    AccessOpening(Access access, Outbox outbox) {
        this.access = access;
        this.outbox = outbox;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Upgrade upgrade = message.data(Upgrade.class);
        access.open(upgrade, message.correlationId());
        return tx -> {
            Workflows.take(tx, upgrade.upgradeId(), UpgradeWorkflow.ACCESS_OPENED);
            outbox.add(
                    tx,
                    Message.of(UpgradeWorkflow.UPGRADED, message.correlationId(), upgrade)
                            .on(Channel.EVENTS, upgrade.upgradeId()));
        };
    }
}
