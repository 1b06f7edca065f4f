package shop.saga;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import shop.database.Database;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.provider.Provider;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Undoes what a failed checkout has done, last things first, each once; what cannot be undone is told to support. */
final class Compensation implements Handler {

    private final Database database;
    private final Inventory inventory;
    private final Payment payment;
    private final Provider supportDesk;
    private final Outbox outbox;
    private final Defects defects;

    Compensation(
            Database database,
            Inventory inventory,
            Payment payment,
            Provider supportDesk,
            Outbox outbox,
            Defects defects) {
        this.database = database;
        this.inventory = inventory;
        this.payment = payment;
        this.supportDesk = supportDesk;
        this.outbox = outbox;
        this.defects = defects;
    }

    private record Notice(String type, String order_id, String reason) {}

    /** Undoes a step that the other side knows by its reference. */
    private interface Undoing {
        void undo(Checkout checkout, String reference, String correlationId) throws GivenUp, InterruptedException;
    }

    /** A step, its opposite, and how to get from one to the other. */
    private record Reversal(String step, String opposite, Undoing undoing) {}

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Checkout checkout = message.data(Checkout.class);
        if (defects.has(SagaDefect.COMPENSATION_MISSING)) {
            return Changes.NONE;
        }
        List<String> failures = new ArrayList<>();
        for (Reversal reversal : reversals()) {
            try {
                undo(reversal, checkout, message.correlationId());
            } catch (GivenUp e) {
                failures.add(e.getMessage());
            }
        }
        if (failures.isEmpty()) {
            return tx -> cancel(tx, checkout, message.correlationId());
        }
        if (!defects.has(SagaDefect.COMPENSATION_GIVEN_UP_SILENTLY)) {
            alarm(checkout, String.join("; ", failures), message.correlationId());
        }
        return tx -> {
            Checkouts.move(tx, checkout.checkoutId(), "compensating", "stuck");
            Workflows.take(tx, checkout.checkoutId(), SagaWorkflow.STUCK);
        };
    }

    private List<Reversal> reversals() {
        Reversal paid = new Reversal(SagaWorkflow.PAYMENT_CAPTURED, SagaWorkflow.PAYMENT_VOIDED, payment::cancel);
        Reversal reserved = new Reversal(SagaWorkflow.STOCK_RESERVED, SagaWorkflow.STOCK_RELEASED, inventory::release);
        if (defects.has(SagaDefect.STOCK_NOT_RELEASED)) {
            return List.of(paid);
        }
        if (defects.has(SagaDefect.PAYMENT_NOT_VOIDED)) {
            return List.of(reserved);
        }
        return defects.has(SagaDefect.COMPENSATION_IN_WRONG_ORDER) ? List.of(reserved, paid) : List.of(paid, reserved);
    }

    private void undo(Reversal reversal, Checkout checkout, String correlationId) throws GivenUp, InterruptedException {
        Optional<String> open =
                database.transaction(tx -> Checkouts.reference(tx, checkout.checkoutId(), reversal.opposite())
                                .isPresent()
                        ? Optional.empty()
                        : Checkouts.reference(tx, checkout.checkoutId(), reversal.step()));
        if (open.isPresent()) {
            reversal.undoing().undo(checkout, open.get(), correlationId);
            database.transaction(tx -> {
                Checkouts.done(tx, checkout.checkoutId(), reversal.opposite(), open.get());
                return null;
            });
        }
    }

    private void alarm(Checkout checkout, String reason, String correlationId) throws GivenUp, InterruptedException {
        supportDesk.post(
                "/v1/notifications",
                new Notice("compensation_failed", checkout.orderId(), reason),
                Map.of(Provider.IDEMPOTENCY_KEY, checkout.key("alarm"), Provider.CORRELATION_ID, correlationId));
    }

    private void cancel(Transaction tx, Checkout checkout, String correlationId) {
        if (Checkouts.move(tx, checkout.checkoutId(), "compensating", "cancelled")) {
            Workflows.take(tx, checkout.checkoutId(), SagaWorkflow.COMPENSATED);
            Checkout told =
                    defects.has(SagaDefect.CANCELLATION_WITHOUT_REASON) ? checkout.failedBecause(null) : checkout;
            outbox.add(
                    tx,
                    Message.of(SagaWorkflow.CANCELLED, correlationId, told).on(Channel.EVENTS, checkout.checkoutId()));
        }
    }
}
