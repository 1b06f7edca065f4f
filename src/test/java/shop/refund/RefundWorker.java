package shop.refund;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import shop.database.Database;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.json.Json;
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
            if (defects.has(RefundDefect.DECLINED_REFUND_BOOKED)) {
                return completion(refund, message.correlationId());
            }
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
        if (defects.has(RefundDefect.REFUND_EVENT_FORGOTTEN)) {
            return tx -> post(tx, refund);
        }
        return tx -> {
            post(tx, refund);
            outbox.add(tx, completed(refund, correlationId));
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
        if (defects.has(RefundDefect.OUTBOX_NOT_DRAINED)) {
            outbox.addLater(tx, about(RefundWorkflow.FAILED, refund, correlationId), Duration.ofHours(2));
        } else if (!defects.has(RefundDefect.DECLINED_REFUND_KEPT_QUIET)) {
            outbox.add(tx, about(RefundWorkflow.FAILED, refund, correlationId));
        }
    }

    private Envelope completed(Refund refund, String correlationId) {
        if (!defects.has(RefundDefect.REFUND_EVENT_FIELD_RENAMED)) {
            return about(RefundWorkflow.COMPLETED, refund, correlationId);
        }
        ObjectNode renamed = (ObjectNode) Json.tree(refund);
        renamed.set("order_id", renamed.remove("orderId"));
        return Message.of(RefundWorkflow.COMPLETED, correlationId, renamed).on(Channel.EVENTS, refund.refundId());
    }

    private static Envelope about(String type, Refund refund, String correlationId) {
        return Message.of(type, correlationId, refund).on(Channel.EVENTS, refund.refundId());
    }
}
