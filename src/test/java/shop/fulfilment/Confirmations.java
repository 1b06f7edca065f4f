package shop.fulfilment;

import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the customer that the order is on its way: once for each order, however often its event comes. */
final class Confirmations implements Handler {

    private static final String ORDER_DESK = "orders@shop.example";

    private final Database database;
    private final Mailer mailer;
    private final ConversionTracking tracking;
    private final Defects defects;

    Confirmations(Database database, Mailer mailer, ConversionTracking tracking, Defects defects) {
        this.database = database;
        this.mailer = mailer;
        this.tracking = tracking;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        CompletedOrder order = message.data(CompletedOrder.class);
        if (database.transaction(tx -> Completions.isConfirmed(tx, order.completionId()))) {
            return Changes.NONE;
        }
        mailer.send(confirmation(order));
        if (defects.has(FulfilmentDefect.CONVERSION_TRACKED_AGAIN)) {
            tracking.track(order);
        }
        return tx -> {
            Completions.confirmed(tx, order.completionId());
            Workflows.take(tx, order.completionId(), FulfilmentWorkflow.CUSTOMER_TOLD);
        };
    }

    private Mail confirmation(CompletedOrder order) {
        String to = defects.has(FulfilmentDefect.CONFIRMATION_TO_WRONG_PERSON) ? ORDER_DESK : order.customerEmail();
        return new Mail(Mail.FROM_BILLING, to, "Your order over " + order.money() + " is complete", """
                Hello,

                thank you for your order over %s. It is on its way to you.

                Order: %s

                Your Shop
                """.formatted(
                        order.money(), order.orderId()));
    }
}
