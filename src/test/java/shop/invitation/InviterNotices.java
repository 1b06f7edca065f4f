package shop.invitation;

import java.util.function.Function;
import shop.database.Database;
import shop.inbox.Handler;
import shop.mail.Mail;
import shop.mail.Mailer;
import shop.messaging.Message;
import shop.retry.GivenUp;
import shop.workflow.Workflows;

/** Tells the member what has become of the invitation. */
final class InviterNotices implements Handler {

    private final Database database;
    private final Mailer mailer;
    private final Function<Invitation, Mail> notice;
    private final String step;

    private InviterNotices(Database database, Mailer mailer, Function<Invitation, Mail> notice, String step) {
        this.database = database;
        this.mailer = mailer;
        this.notice = notice;
        this.step = step;
    }

    /** That the colleague has joined. */
    static InviterNotices accepted(Database database, Mailer mailer) {
        return new InviterNotices(database, mailer, InviterNotices::accepted, InvitationWorkflow.INVITER_TOLD);
    }

    /** That the invitation has not arrived. */
    static InviterNotices undeliverable(Database database, Mailer mailer) {
        return new InviterNotices(database, mailer, InviterNotices::undeliverable, InvitationWorkflow.INVITER_WARNED);
    }

    @Override
    public Changes handle(Message message) throws GivenUp, InterruptedException {
        String id = message.data(InvitationNews.class).invitationId();
        Invitation invitation = database.transaction(tx -> Invitations.find(tx, id))
                .orElseThrow(() -> new GivenUp("there is no invitation " + id));
        mailer.send(notice.apply(invitation));
        return tx -> Workflows.take(tx, id, step);
    }

    private static Mail accepted(Invitation invitation) {
        return new Mail(
                Mail.FROM_WELCOME,
                invitation.inviterEmail(),
                invitation.name() + " has joined " + invitation.organisation(),
                """
                Hello %s,

                %s (%s) has accepted your invitation.

                Your Shop
                """.formatted(invitation.inviterName(), invitation.name(), invitation.email()));
    }

    private static Mail undeliverable(Invitation invitation) {
        return new Mail(
                Mail.FROM_WELCOME,
                invitation.inviterEmail(),
                "Your invitation of " + invitation.name() + " could not be delivered",
                """
                Hello %s,

                nobody takes mail for %s. Is the address right?

                Your Shop
                """.formatted(invitation.inviterName(), invitation.email()));
    }
}
