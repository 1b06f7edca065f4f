package shop.invitation;

import java.util.Optional;
import shop.database.Database;
import shop.defect.Defects;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Mails the colleague the link, and has the member told if nobody takes the mail. */
final class InvitationMails implements Handler {

    private static final String AT_SHOP = "@invitations.shop.example";

    private final Database database;
    private final Mailer mailer;
    private final InvitationLinks links;
    private final Outbox outbox;
    private final Defects defects;

    InvitationMails(Database database, Mailer mailer, InvitationLinks links, Outbox outbox, Defects defects) {
        this.database = database;
        this.mailer = mailer;
        this.links = links;
        this.outbox = outbox;
        this.defects = defects;
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        InvitationNews news = message.data(InvitationNews.class);
        String id = news.invitationId();
        Mail mail = database.transaction(
                        tx -> Invitations.find(tx, id).map(invitation -> mail(invitation, links.to(tx, invitation))))
                .orElseThrow(() -> new GivenUp("there is no invitation " + id));
        if (!defects.has(InvitationDefect.INVITATION_NEVER_MAILED) && !accepted(mail)) {
            return tx -> outbox.add(
                    tx,
                    Message.of(InvitationWorkflow.WARN_INVITER, message.correlationId(), news)
                            .on(Channel.COMMANDS, id));
        }
        return tx -> Workflows.take(tx, id, InvitationWorkflow.MAILED);
    }

    private boolean accepted(Mail mail) throws GivenUp, InterruptedException {
        try {
            mailer.send(mail);
            return true;
        } catch (GivenUp undeliverable) {
            if (defects.has(InvitationDefect.REFUSED_INVITATION_IGNORED)) {
                throw undeliverable;
            }
            return false;
        }
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
                                        link))
                .identified(invitation.id() + AT_SHOP);
    }

    /** Which invitation was in a mail, if it was one. */
    static Optional<String> invitation(String messageId) {
        return messageId.endsWith(AT_SHOP)
                ? Optional.of(messageId.substring(0, messageId.length() - AT_SHOP.length()))
                : Optional.empty();
    }
}
