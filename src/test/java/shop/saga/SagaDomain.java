package shop.saga;

import java.util.List;
import java.util.Map;
import shop.defect.Defect;
import shop.domain.Domain;
import shop.domain.Means;
import shop.http.Routes;
import shop.inbox.Consumer;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.workflow.WorkflowDefinition;

/** Checkouts over inventory, payment and shipping. */
public final class SagaDomain implements Domain {

    @Override
    public String tables() {
        return Checkouts.TABLES;
    }

    @Override
    public List<String> providers() {
        return List.of("inventory", "payments", "shipping", "support");
    }

    @Override
    public List<WorkflowDefinition> workflows() {
        return List.of(SagaWorkflow.DEFINITION);
    }

    @Override
    public List<Defect> defects() {
        return List.of(SagaDefect.values());
    }

    @Override
    public List<Routes> routes(Means means) {
        return List.of(new CheckoutRoutes(means.idempotency(), means.outbox()));
    }

    @Override
    public List<Consumer> consumers(Means means, Broker broker) {
        Inventory inventory = new Inventory(means.provider("inventory"), means.defects());
        Payment payment = new Payment(means.provider("payments"), means.defects());
        CheckoutWorker worker = new CheckoutWorker(
                means.database(),
                inventory,
                payment,
                new Shipping(means.provider("shipping")),
                means.outbox(),
                means.defects());
        Compensation compensation = new Compensation(
                means.database(), inventory, payment, means.provider("support"), means.outbox(), means.defects());
        return List.of(
                new Consumer("shop-checkout", Channel.COMMANDS, Map.of(SagaWorkflow.REQUESTED, worker)),
                new Consumer(
                        "shop-checkout-results",
                        Channel.EVENTS,
                        Map.of(
                                SagaWorkflow.FAILED,
                                compensation,
                                SagaWorkflow.SHIPPED,
                                new ShippingNotices(means.mailer()),
                                SagaWorkflow.CANCELLED,
                                new CancellationNotices(means.database(), means.mailer(), payment, means.defects()))));
    }
}
