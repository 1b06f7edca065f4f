package shop.refund;

import java.time.Duration;
import shop.database.Database;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Broker;
import shop.messaging.Channel;
import shop.messaging.Envelope;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.retry.Pause;
import shop.workflow.Workflows;

/** Has the provider refund, and posts it to the ledger; or fails the refund. */
final class RefundWorker implements Handler {

    private static final Duration SLOW_LEDGER = Duration.ofMillis(300);

    private final Database database;
    private final Payments payments;
    private final Outbox outbox;
    private final Broker broker;
    private final Defects defects;

    RefundWorker(Database database, Payments payments, Outbox outbox, Broker broker, Defects defects) {
        this.database = database;
        this.payments = payments;
        this.outbox = outbox;
        this.broker = broker;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws InterruptedException {
        Refund refund = message.data(Refund.class);
        if (!database.transaction(tx -> Refunds.isOpen(tx, refund.refundId()))) {
            return Changes.NONE;
        }
        try {
            payments.refund(refund, message.correlationId());
        } catch (GivenUp e) {
            return tx -> fail(tx, refund.failedBecause(e.getMessage()), message.correlationId());
        }
        database.transaction(tx -> {
            Workflows.take(tx, refund.refundId(), RefundWorkflow.PROVIDER_REFUNDED);
            return null;
        });
        return completion(refund, message.correlationId());
    }

    private Changes completion(Refund refund, String correlationId) throws InterruptedException {
        if (defects.has(RefundDefect.EVENT_BEFORE_COMMIT)) {
            broker.publish(about(RefundWorkflow.COMPLETED, refund, correlationId))
                    .join();
            Pause.of(SLOW_LEDGER);
            return tx -> post(tx, refund);
        }
        return tx -> {
            post(tx, refund);
            outbox.add(tx, about(RefundWorkflow.COMPLETED, refund, correlationId));
        };
    }

    private static void post(Transaction tx, Refund refund) {
        Refunds.post(tx, refund);
        Refunds.complete(tx, refund);
        Workflows.take(tx, refund.refundId(), RefundWorkflow.LEDGER_POSTED);
    }

    private void fail(Transaction tx, Refund refund, String correlationId) {
        Refunds.fail(tx, refund);
        Workflows.take(tx, refund.refundId(), RefundWorkflow.GIVEN_UP);
        outbox.add(tx, about(RefundWorkflow.FAILED, refund, correlationId));
    }

    private static Envelope about(String type, Refund refund, String correlationId) {
        return Message.of(type, correlationId, refund).on(Channel.EVENTS, refund.refundId());
    }
}
