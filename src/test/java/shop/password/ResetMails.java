package shop.password;

import shop.database.Database;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the link to a new password. */
final class ResetMails implements Handler {

    private static final String SUBJECT = "Reset your password";

    private final Database database;
    private final Mailer mailer;
    private final ResetLinks links;

    ResetMails(Database database, Mailer mailer, ResetLinks links) {
        this.database = database;
        this.mailer = mailer;
        this.links = links;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        ResetRequest request = message.data(ResetRequest.class);
        if (request.resetId() == null) {
            mailer.send(noAccount(request));
            return Changes.NONE;
        }
        String link = database.transaction(
                        tx -> PasswordResets.find(tx, request.resetId()).map(reset -> links.to(tx, reset)))
                .orElseThrow(() -> new GivenUp("there is no request " + request.resetId()));
        mailer.send(withLink(request, link));
        return tx -> Workflows.take(tx, request.resetId(), PasswordWorkflow.LINK_MAILED);
    }

    private static Mail withLink(ResetRequest request, String link) {
        return new Mail(Mail.FROM_WELCOME, request.email(), SUBJECT, """
                Hello,

                here you can choose a new password within the next hour:

                %s

                If you have not asked for it, you need not do anything.

                Your Shop
                """.formatted(link));
    }

    private static Mail noAccount(ResetRequest request) {
        return new Mail(Mail.FROM_WELCOME, request.email(), SUBJECT, """
                Hello,

                somebody has asked for a new password, but there is no account of this address.

                Your Shop
                """);
    }
}
