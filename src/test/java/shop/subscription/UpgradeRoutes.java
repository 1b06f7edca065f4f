package shop.subscription;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import shop.clock.Clocks;
import shop.database.Transaction;
import shop.domain.Means;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Routes;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.workflow.Workflows;

/** {@code POST /subscriptions/{id}/upgrade}. */
final class UpgradeRoutes implements Routes {

    private final Means means;
    private final Proration proration;

    UpgradeRoutes(Means means) {
        this.means = means;
        this.proration = new Proration(means.defects());
    }

    private record UpgradeRequest(String plan) {}

    private record Accepted(String upgradeId, String subscriptionId, String plan, String status) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/subscriptions/{id}/upgrade", this::request);
    }

    private void request(Context ctx) {
        Plan wanted = SubscriptionRoutes.plan(
                RequestBody.read(ctx, UpgradeRequest.class).plan());
        String id = ctx.pathParam("id");
        String correlationId = Correlation.of(ctx);
        means.idempotency()
                .respond(
                        ctx,
                        "POST /subscriptions/" + id + "/upgrade",
                        new UpgradeRequest(wanted.label()),
                        tx -> accept(tx, id, wanted, correlationId));
    }

    private Answer accept(Transaction tx, String id, Plan wanted, String correlationId) {
        Subscription now = Subscriptions.lock(tx, id).orElseThrow(() -> SubscriptionRoutes.unknown(id));
        if (!now.isActive()) {
            throw Problem.conflict("The subscription was cancelled.");
        }
        if (wanted.price() <= now.plan().price()) {
            throw Problem.unacceptable("The plan " + wanted.label() + " is no upgrade of "
                    + now.plan().label() + ".");
        }
        Upgrade upgrade = new Upgrade(
                "upg_" + UUID.randomUUID().toString().replace("-", ""),
                id,
                now.billingId(),
                now.email(),
                now.plan().label(),
                wanted.label(),
                proration.of(now.plan(), wanted, now.begun(), Clocks.now(tx, now.email())),
                now.currency());
        Upgrades.add(tx, upgrade, correlationId);
        Workflows.begin(tx, UpgradeWorkflow.DEFINITION, upgrade.upgradeId(), correlationId);
        means.outbox()
                .add(
                        tx,
                        Message.of(UpgradeWorkflow.REQUESTED, correlationId, upgrade)
                                .on(Channel.COMMANDS, upgrade.upgradeId()));
        return Answer.of(202, new Accepted(upgrade.upgradeId(), id, wanted.label(), "waiting for payment"));
    }
}
