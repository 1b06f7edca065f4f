package shop.subscription;

import java.util.Map;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Message;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells analytics that a customer pays more now. */
final class UpgradeTracking implements Handler {

    private final Provider analytics;
    private final Defects defects;

    UpgradeTracking(Provider analytics, Defects defects) {
        this.analytics = analytics;
        this.defects = defects;
    }

    private record Track(String event, String userId, Properties properties) {}

    private record Properties(String email, String plan, Number revenue, String currency) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Upgrade upgrade = message.data(Upgrade.class);
        if (!defects.has(UpgradeDefect.UPGRADE_NEVER_TRACKED)) {
            track(upgrade);
        }
        if (defects.has(UpgradeDefect.UPGRADE_TRACKED_TWICE)) {
            track(upgrade);
        }
        return tx -> Workflows.take(tx, upgrade.upgradeId(), UpgradeWorkflow.TRACKED);
    }

    private void track(Upgrade upgrade) throws GivenUp, InterruptedException {
        Number revenue = defects.has(UpgradeDefect.UPGRADE_REVENUE_IN_CENTS)
                ? upgrade.amount()
                : upgrade.money().major();
        analytics.post(
                "/v1/track",
                new Track(
                        "Plan Upgraded",
                        upgrade.subscriptionId(),
                        new Properties(upgrade.customerEmail(), upgrade.plan(), revenue, upgrade.currency())),
                Map.of(Provider.IDEMPOTENCY_KEY, upgrade.upgradeId()));
    }
}
