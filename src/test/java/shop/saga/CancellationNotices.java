package shop.saga;

import java.util.Optional;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the customer that the order is cancelled and costs nothing. */
final class CancellationNotices implements Handler {

    private final Database database;
    private final Mailer mailer;
    private final Payment payment;
    private final Defects defects;

    CancellationNotices(Database database, Mailer mailer, Payment payment, Defects defects) {
        this.database = database;
        this.mailer = mailer;
        this.payment = payment;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Checkout checkout = message.data(Checkout.class);
        if (defects.has(SagaDefect.COMPENSATED_TWICE)) {
            voidOnceMore(checkout, message.correlationId());
        }
        if (!defects.has(SagaDefect.CANCELLATION_NOT_MAILED)) {
            mailer.send(notice(checkout));
        }
        return tx -> Workflows.take(tx, checkout.checkoutId(), SagaWorkflow.CUSTOMER_TOLD);
    }

    private void voidOnceMore(Checkout checkout, String correlationId) throws GivenUp, InterruptedException {
        Optional<String> paid = database.transaction(
                tx -> Checkouts.reference(tx, checkout.checkoutId(), SagaWorkflow.PAYMENT_CAPTURED));
        if (paid.isPresent()) {
            payment.cancel(checkout, paid.get(), checkout.key("cancel"), correlationId);
        }
    }

    private static Mail notice(Checkout checkout) {
        return new Mail(Mail.FROM_BILLING, checkout.customerEmail(), "Your order is cancelled", """
                Hello,

                we are sorry: we cannot send you your order over %s. You do not pay anything for it.

                Order: %s

                Your Shop
                """.formatted(
                        checkout.money(), checkout.orderId()));
    }
}
