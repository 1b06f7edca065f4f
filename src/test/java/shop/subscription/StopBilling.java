package shop.subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Has billing stop, and only then confirms the cancellation; if billing refuses, support has to see to it. */
final class StopBilling implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(StopBilling.class);

    private final Billing billing;
    private final Outbox outbox;
    private final Defects defects;

    StopBilling(Billing billing, Outbox outbox, Defects defects) {
        this.billing = billing;
        this.outbox = outbox;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws InterruptedException {
        Cancellation cancellation = message.data(Cancellation.class);
        String id = cancellation.subscriptionId();
        try {
            if (!defects.has(CancellationDefect.CANCELLATION_ONLY_LOCAL)) {
                billing.cancel(cancellation, message.correlationId());
            }
        } catch (GivenUp e) {
            LOG.warn("Billing does not stop {}: {}", id, e.getMessage());
            if (!defects.has(CancellationDefect.CANCELLATION_ERROR_SWALLOWED)) {
                return tx -> refused(tx, cancellation, message.correlationId());
            }
        }
        return tx -> {
            Workflows.take(tx, id, CancellationWorkflow.BILLING_STOPPED);
            if (!defects.has(CancellationDefect.CANCELLATION_CONFIRMED_BEFORE_BILLING_STOPS)) {
                announce(tx, outbox, cancellation, message.correlationId());
            }
        };
    }

    static void announce(Transaction tx, Outbox outbox, Cancellation cancellation, String correlationId) {
        outbox.add(
                tx,
                Message.of(CancellationWorkflow.CANCELLED, correlationId, cancellation)
                        .on(Channel.EVENTS, cancellation.subscriptionId()));
    }

    private void refused(Transaction tx, Cancellation cancellation, String correlationId) {
        Workflows.take(tx, cancellation.subscriptionId(), CancellationWorkflow.BILLING_REFUSED);
        outbox.add(
                tx,
                Message.of(CancellationWorkflow.REFUSED, correlationId, cancellation)
                        .on(Channel.EVENTS, cancellation.subscriptionId()));
    }
}
