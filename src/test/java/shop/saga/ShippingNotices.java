package shop.saga;

import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the customer that the order was shipped. */
final class ShippingNotices implements Handler {

    private final Mailer mailer;

    ShippingNotices(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Checkout checkout = message.data(Checkout.class);
        mailer.send(new Mail(Mail.FROM_BILLING, checkout.customerEmail(), "Your order is shipped", """
                Hello,

                we have shipped your order over %s.

                Order: %s

                Your Shop
                """.formatted(
                        checkout.money(), checkout.orderId())));
        return tx -> Workflows.take(tx, checkout.checkoutId(), SagaWorkflow.CUSTOMER_TOLD);
    }
}
