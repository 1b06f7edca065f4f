package shop.password;

import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells the customer that the password is another. */
final class ConfirmationMails implements Handler {

    private final Mailer mailer;

    ConfirmationMails(Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        ResetRequest request = message.data(ResetRequest.class);
        mailer.send(new Mail(Mail.FROM_WELCOME, request.email(), "Your password was changed", """
                Hello,

                your password was changed, and you were signed out everywhere.
                If it was not you, tell us at once.

                Your Shop
                """));
        return tx -> Workflows.take(tx, request.resetId(), PasswordWorkflow.CONFIRMED);
    }
}
