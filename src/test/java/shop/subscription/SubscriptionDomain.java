package shop.subscription;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.inbox.Handler;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.schedule.Job;
import shop.workflow.WorkflowDefinition;

/** Subscriptions: upgrades, monthly charges and cancellations. */
public final class SubscriptionDomain implements Domain {

    @Override
    public String tables() {
        return Subscriptions.TABLES + Upgrades.TABLES + BillingWebhooks.TABLES + MonthlyCharges.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("billing", "access", "analytics", "support");
    }

    @Override
    public List<String> secrets() {
        return List.of("billing-client", "billing-webhook");
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(UpgradeWorkflow.DEFINITION, CancellationWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return Stream.<Defect>concat(Stream.of(UpgradeDefect.values()), Stream.of(CancellationDefect.values()))
                .toList();
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(
                new SubscriptionRoutes(means.database(), means.idempotency()),
                new UpgradeRoutes(means),
                new BillingWebhooks(means),
                new CancellationRoutes(means),
                new BillingRunRoutes(means.database()));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        UpgradeMails mails = new UpgradeMails(means.mailer(), means.defects());
        return List.of(
                new Consumer("shop-subscriptions", Channel.COMMANDS, commands(means)),
                new Consumer(
                        "shop-subscription-news",
                        Channel.EVENTS,
                        Map.of(
                                UpgradeWorkflow.UPGRADED,
                                mails::upgraded,
                                UpgradeWorkflow.FAILED,
                                mails::failed,
                                CancellationWorkflow.CANCELLED,
                                new CancellationMail(means.mailer(), means.defects()),
                                CancellationWorkflow.REFUSED,
                                new CancellationAlarm(means.provider("support")))),
                new Consumer(
                        "shop-upgrade-tracking",
                        Channel.EVENTS,
                        Map.of(
                                UpgradeWorkflow.UPGRADED,
                                new UpgradeTracking(means.provider("analytics"), means.defects()))));
    }

    private static Map<String, Handler> commands(Means means) {
        AccessTokens tokens =
                new AccessTokens(means.provider("billing"), means.secret("billing-client"), means.defects());
        tokens.prepare();
        Billing billing = new Billing(means.provider("billing"), tokens, means.defects());
        Access access = new Access(means.provider("access"));
        return Map.of(
                UpgradeWorkflow.REQUESTED,
                new UpgradeCharging(billing, access, means.outbox(), means.defects()),
                UpgradeWorkflow.PAID,
                new AccessOpening(access, means.outbox()),
                MonthlyCharges.COMMAND,
                message -> charge(billing, message),
                CancellationWorkflow.REQUESTED,
                new StopBilling(billing, means.outbox(), means.defects()),
                CancellationWorkflow.ENDED,
                new AccessEnd(access, means.outbox()));
    }

    private static Handler.Changes charge(Billing billing, Message message) throws GivenUp, InterruptedException {
        billing.charge(message.data(Charge.class), message.correlationId());
        return Handler.Changes.NONE;
    }

    @Override
    public Map<String, Job> jobs(Means means) {
        return Map.of(
                MonthlyCharges.JOB,
                new MonthlyCharges(means.outbox(), means.defects()),
                AccessEnd.JOB,
                new AccessEnd(new Access(means.provider("access")), means.outbox()));
    }
}
