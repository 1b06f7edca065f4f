package shop.invitation;

import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the colleague the link. */
final class InvitationMails implements Handler {

    private final Database database;
    private final Mailer mailer;
    private final InvitationLinks links;
    private final Defects defects;

    InvitationMails(Database database, Mailer mailer, InvitationLinks links, Defects defects) {
        this.database = database;
        this.mailer = mailer;
        this.links = links;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        String id = message.data(InvitationNews.class).invitationId();
        if (!defects.has(InvitationDefect.INVITATION_NEVER_MAILED)) {
            mailer.send(database.transaction(tx ->
                            Invitations.find(tx, id).map(invitation -> mail(invitation, links.to(tx, invitation))))
                    .orElseThrow(() -> new GivenUp("there is no invitation " + id)));
        }
        return tx -> Workflows.take(tx, id, InvitationWorkflow.MAILED);
    }

    private Mail mail(Invitation invitation, String link) {
        String to = defects.has(InvitationDefect.INVITATION_TO_WRONG_PERSON)
                ? invitation.inviterEmail()
                : invitation.email();
        return new Mail(
                Mail.FROM_WELCOME,
                to,
                invitation.inviterName() + " invites you to " + invitation.organisation(),
                """
                Hello %s,

                %s would like you to join %s. The invitation is for %s, and can be accepted for three days:

                %s

                Your Shop
                """.formatted(
                                invitation.name(),
                                invitation.inviterName(),
                                invitation.organisation(),
                                invitation.email(),
                                link));
    }
}
