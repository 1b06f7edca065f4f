package shop.fulfilment;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import shop.clock.Clocks;
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
import shop.schedule.Schedule;
import shop.schedule.Task;
import shop.workflow.Workflows;

/** Tells the partner, and everybody else once the partner has taken the order; or raises the alarm. */
final class Fulfilment implements Handler {

    private final Database database;
    private final Partner partner;
    private final Alarm alarm;
    private final Outbox outbox;
    private final Broker broker;
    private final Defects defects;

    Fulfilment(Database database, Partner partner, Alarm alarm, Outbox outbox, Broker broker, Defects defects) {
        this.database = database;
        this.partner = partner;
        this.alarm = alarm;
        this.outbox = outbox;
        this.broker = broker;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        CompletedOrder order = message.data(CompletedOrder.class);
        if (!database.transaction(tx -> Completions.isOpen(tx, order.completionId()))) {
            return Changes.NONE;
        }
        try {
            partner.tell(order);
        } catch (GivenUp e) {
            return failure(order, e.getMessage(), message.correlationId());
        }
        return tx -> complete(tx, order, message.correlationId());
    }

    private Changes failure(CompletedOrder order, String reason, String correlationId)
            throws GivenUp, InterruptedException {
        if (!defects.has(FulfilmentDefect.WEBHOOK_GIVEN_UP_SILENTLY)) {
            alarm.raise(order, reason, correlationId);
        }
        return tx -> {
            Completions.end(tx, order.completionId(), "failed");
            Workflows.take(tx, order.completionId(), FulfilmentWorkflow.GIVEN_UP);
        };
    }

    private void complete(Transaction tx, CompletedOrder order, String correlationId) {
        if (!Completions.end(tx, order.completionId(), "completed")) {
            return;
        }
        Workflows.take(tx, order.completionId(), FulfilmentWorkflow.PARTNER_TOLD);
        if (!defects.has(FulfilmentDefect.CONVERSION_NEVER_TRACKED)) {
            Schedule.add(
                    tx,
                    Task.of(
                            ConversionTracking.JOB,
                            order.completionId(),
                            order.customerEmail(),
                            correlationId,
                            Clocks.now(tx, order.customerEmail()),
                            order));
        }
        publish(tx, order, correlationId);
    }

    private void publish(Transaction tx, CompletedOrder order, String correlationId) {
        if (defects.has(FulfilmentDefect.ORDER_EVENT_NOT_AWAITED)) {
            publishInBackground(completed(order, correlationId)).cancel(true);
            return;
        }
        outbox.add(tx, completed(order, correlationId));
        if (defects.has(FulfilmentDefect.ORDER_EVENT_TWICE)) {
            outbox.add(tx, completed(order, correlationId));
        }
    }

    private CompletableFuture<Void> publishInBackground(Envelope envelope) {
        return CompletableFuture.supplyAsync(
                        () -> envelope, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS))
                .thenCompose(broker::publish);
    }

    private static Envelope completed(CompletedOrder order, String correlationId) {
        return Message.of(FulfilmentWorkflow.COMPLETED, correlationId, order).on(Channel.EVENTS, order.completionId());
    }
}
