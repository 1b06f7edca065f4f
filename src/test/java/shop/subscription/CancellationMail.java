package shop.subscription;

import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Confirms a cancellation to the customer. */
final class CancellationMail implements Handler {

    private final Mailer mailer;
    private final Defects defects;

    CancellationMail(Mailer mailer, Defects defects) {
        this.mailer = mailer;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        Cancellation cancellation = message.data(Cancellation.class);
        if (!defects.has(CancellationDefect.CANCELLATION_MAIL_NEVER_SENT)) {
            mailer.send(new Mail(Mail.FROM_BILLING, cancellation.customerEmail(), "Your cancellation", """
                    Hello,

                    your subscription of the %s plan has ended, and nothing more will be charged.
                    You can use it until %s.

                    Your Shop
                    """.formatted(
                            cancellation.plan(), cancellation.accessUntil())));
        }
        return tx -> Workflows.take(tx, cancellation.subscriptionId(), CancellationWorkflow.CUSTOMER_TOLD);
    }
}
