package shop.subscription;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.domain.Means;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.http.WebhookSignature;
import shop.outbox.Outbox;

/** {@code POST /webhooks/billing}: what billing reports, each event once, in the order in which it happened there. */
final class BillingWebhooks implements Routes {

    static final String TABLES = """
            create table if not exists billing_event (
                event_id    text primary key,
                received_at timestamptz not null default clock_timestamp()
            );
            """;

    private static final String SIGNATURE = "Billing-Signature";

    private final Means means;
    private final WebhookSignature signature;

    BillingWebhooks(Means means) {
        this.means = means;
        this.signature = new WebhookSignature(means.secret("billing-webhook"));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/webhooks/billing", this::receive);
    }

    private void receive(Context ctx) {
        if (!signature.fits(ctx.body(), ctx.header(SIGNATURE))
                && !defects().has(UpgradeDefect.WEBHOOK_SIGNATURE_NOT_CHECKED)) {
            throw Problem.unauthorised("The signature does not fit the body.");
        }
        BillingEvent event = RequestBody.read(ctx, BillingEvent.class).checked();
        String taken = means.database().transaction(tx -> take(tx, event));
        Respond.json(ctx, 200, Map.of("event", event.id(), "taken", taken));
    }

    private String take(Transaction tx, BillingEvent event) {
        Subscription subscription = Subscriptions.lockKnownToBillingAs(
                        tx, event.data().subscription())
                .orElseThrow(() -> SubscriptionRoutes.unknown(event.data().subscription()));
        if (!isNew(tx, event) && !defects().has(UpgradeDefect.WEBHOOK_HANDLED_TWICE)) {
            return "before";
        }
        if (event.version() < subscription.billingVersion()
                && !defects().has(UpgradeDefect.STALE_WEBHOOK_OVERWRITES_NEWER_STATE)) {
            return "too late";
        }
        Subscriptions.knowsBillingVersion(tx, subscription.id(), event.version());
        apply(tx, event, subscription);
        return "now";
    }

    private static boolean isNew(Transaction tx, BillingEvent event) {
        return tx.update("insert into billing_event (event_id) values (?) on conflict do nothing", event.id()) == 1;
    }

    private void apply(Transaction tx, BillingEvent event, Subscription subscription) {
        switch (event.type()) {
            case BillingEvent.PAYMENT_SUCCEEDED -> paid(tx, asked(tx, event));
            case BillingEvent.PAYMENT_FAILED -> failed(tx, asked(tx, event));
            case BillingEvent.SUBSCRIPTION_UPDATED ->
                Subscriptions.changePlan(
                        tx,
                        subscription.id(),
                        SubscriptionRoutes.plan(event.data().plan()).label());
            default -> {} // billing reports more than Shop needs to know
        }
    }

    private static Upgrades.Asked asked(Transaction tx, BillingEvent event) {
        String id = RequestBody.text("data.upgradeId", event.data().upgradeId());
        return Upgrades.find(tx, id).orElseThrow(() -> Problem.notFound("There is no upgrade " + id + "."));
    }

    private void paid(Transaction tx, Upgrades.Asked asked) {
        if (asked.status().equals("requested") && defects().has(UpgradeDefect.EARLY_CONFIRMATION_IGNORED)) {
            return;
        }
        if (!defects().has(UpgradeDefect.ENTITLEMENT_NOT_GRANTED_AFTER_PAYMENT)) {
            Subscriptions.entitle(
                    tx, asked.upgrade().subscriptionId(), asked.upgrade().plan());
        }
        UpgradeEnd.paid(tx, outbox(), asked.upgrade(), asked.correlationId());
    }

    private void failed(Transaction tx, Upgrades.Asked asked) {
        if (defects().has(UpgradeDefect.FAILED_PAYMENT_TAKEN_FOR_PAID)) {
            paid(tx, asked);
            return;
        }
        UpgradeEnd.failed(tx, outbox(), asked.upgrade(), asked.correlationId());
    }

    private Defects defects() {
        return means.defects();
    }

    private Outbox outbox() {
        return means.outbox();
    }
}
