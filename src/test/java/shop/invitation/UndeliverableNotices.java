package shop.invitation;

import shop.database.Database;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells the member that the invitation has not arrived. */
final class UndeliverableNotices implements Handler {

    private final Database database;
    private final Mailer mailer;

    UndeliverableNotices(Database database, Mailer mailer) {
        this.database = database;
        this.mailer = mailer;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        String id = message.data(InvitationNews.class).invitationId();
        Invitation invitation = database.transaction(tx -> Invitations.find(tx, id))
                .orElseThrow(() -> new GivenUp("there is no invitation " + id));
        mailer.send(new Mail(
                Mail.FROM_WELCOME,
                invitation.inviterEmail(),
                "Your invitation of " + invitation.name() + " could not be delivered",
                """
                Hello %s,

                nobody takes mail for %s. Is the address right?

                Your Shop
                """.formatted(invitation.inviterName(), invitation.email())));
        return tx -> Workflows.take(tx, id, InvitationWorkflow.INVITER_WARNED);
    }
}
