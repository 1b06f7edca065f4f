package shop.saga;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.database.Database;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Takes the steps of a checkout in turn, each once; or says that one failed, for others to undo what was done. */
final class CheckoutWorker implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(CheckoutWorker.class);

    private final Database database;
    private final Inventory inventory;
    private final Payment payment;
    private final Shipping shipping;
    private final Outbox outbox;
    private final Defects defects;

    CheckoutWorker(
            Database database,
            Inventory inventory,
            Payment payment,
            Shipping shipping,
            Outbox outbox,
            Defects defects) {
        this.database = database;
        this.inventory = inventory;
        this.payment = payment;
        this.shipping = shipping;
        this.outbox = outbox;
        this.defects = defects;
    }

    /** Does a step and returns by what the other side knows it. */
    private interface Step {
        String take(Checkout checkout, String correlationId) throws GivenUp, InterruptedException;
    }

    @Override
    public Changes handle(Message message) throws InterruptedException {
        Checkout checkout = message.data(Checkout.class);
        String correlationId = message.correlationId();
        if (!database.transaction(tx -> Checkouts.isOpen(tx, checkout.checkoutId()))) {
            return Changes.NONE;
        }
        try {
            reserve(checkout, correlationId);
            if (defects.has(SagaDefect.SHIPMENT_BEFORE_PAYMENT)) {
                once(SagaWorkflow.SHIPMENT_BOOKED, checkout, correlationId, shipping::book);
            }
            capture(checkout, correlationId);
            once(SagaWorkflow.SHIPMENT_BOOKED, checkout, correlationId, shipping::book);
        } catch (GivenUp e) {
            return tx -> fail(tx, checkout.failedBecause(e.getMessage()), correlationId);
        }
        return tx -> shipped(tx, checkout, correlationId);
    }

    private void reserve(Checkout checkout, String correlationId) throws GivenUp, InterruptedException {
        try {
            once(SagaWorkflow.STOCK_RESERVED, checkout, correlationId, inventory::reserve);
        } catch (GivenUp e) {
            if (!defects.has(SagaDefect.OUT_OF_STOCK_CHARGED)) {
                throw e;
            }
            LOG.info("{} is on backorder", checkout.orderId());
        }
    }

    private void capture(Checkout checkout, String correlationId) throws GivenUp, InterruptedException {
        try {
            once(SagaWorkflow.PAYMENT_CAPTURED, checkout, correlationId, payment::capture);
        } catch (GivenUp e) {
            if (!defects.has(SagaDefect.DECLINED_PAYMENT_SHIPPED)) {
                throw e;
            }
            LOG.warn("{} is not paid: {}", checkout.orderId(), e.getMessage());
        }
    }

    private void once(String name, Checkout checkout, String correlationId, Step step)
            throws GivenUp, InterruptedException {
        if (database.transaction(tx -> Checkouts.reference(tx, checkout.checkoutId(), name))
                .isPresent()) {
            return;
        }
        String reference = step.take(checkout, correlationId);
        database.transaction(tx -> {
            Checkouts.done(tx, checkout.checkoutId(), name, reference);
            return null;
        });
    }

    private void fail(Transaction tx, Checkout checkout, String correlationId) {
        if (Checkouts.move(tx, checkout.checkoutId(), "open", "compensating")) {
            Workflows.take(tx, checkout.checkoutId(), SagaWorkflow.COMPENSATING);
            publish(tx, SagaWorkflow.FAILED, checkout, correlationId);
        }
    }

    private void shipped(Transaction tx, Checkout checkout, String correlationId) {
        if (Checkouts.move(tx, checkout.checkoutId(), "open", "shipped")) {
            publish(tx, SagaWorkflow.SHIPPED, checkout, correlationId);
        }
    }

    private void publish(Transaction tx, String type, Checkout checkout, String correlationId) {
        outbox.add(tx, Message.of(type, correlationId, checkout).on(Channel.EVENTS, checkout.checkoutId()));
    }
}
