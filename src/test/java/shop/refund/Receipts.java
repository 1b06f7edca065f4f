package shop.refund;

import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the customer a receipt. */
final class Receipts implements Handler {

    private final Mailer mailer;
    private final Defects defects;

    Receipts(Mailer mailer, Defects defects) {
        this.mailer = mailer;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Refund refund = message.data(Refund.class);
        if (!defects.has(RefundDefect.RECEIPT_NEVER_SENT)) {
            mailer.send(receipt(refund));
        }
        return tx -> Workflows.take(tx, refund.refundId(), RefundWorkflow.RECEIPT_SENT);
    }

    private Mail receipt(Refund refund) {
        String to = defects.has(RefundDefect.REFUND_RECEIPT_TO_WRONG_PERSON)
                ? "receipts-test@shop.example"
                : refund.customerEmail();
        String amount = defects.has(RefundDefect.REFUND_RECEIPT_ROUNDED)
                ? refund.money().toString().replaceFirst("\\.\\d+", "")
                : refund.money().toString();
        return new Mail(Mail.FROM_BILLING, to, "Your refund of " + amount, """
                Hello,

                we have refunded %s of your order %s.
                It can take a few days until the money is on your account.

                Refund: %s
                Order: %s

                Your Shop
                """.formatted(
                        amount, refund.orderId(), refund.refundId(), refund.orderId()));
    }
}
