package shop.invitation;

import shop.database.Database;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells the member that the colleague has joined. */
final class AcceptanceNotices implements Handler {

    private final Database database;
    private final Mailer mailer;

    AcceptanceNotices(Database database, Mailer mailer) {
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
                invitation.name() + " has joined " + invitation.organisation(),
                """
                Hello %s,

                %s (%s) has accepted your invitation.

                Your Shop
                """.formatted(invitation.inviterName(), invitation.name(), invitation.email())));
        return tx -> Workflows.take(tx, id, InvitationWorkflow.INVITER_TOLD);
    }
}
