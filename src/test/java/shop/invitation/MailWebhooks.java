package shop.invitation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import shop.database.Transaction;
import shop.domain.Means;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.http.WebhookSignature;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.workflow.Workflows;

/** {@code POST /webhooks/mail}: the mail provider reports an invitation that was taken and came back. */
final class MailWebhooks implements Routes {

    static final String SECRET = "mail-webhook";

    private static final String SIGNATURE = "Mail-Signature";
    private static final String BOUNCE = "bounce";

    private final Means means;
    private final WebhookSignature signature;

    MailWebhooks(Means means) {
        this.means = means;
        this.signature = new WebhookSignature(means.secret(SECRET));
    }

    private record Report(String type, String messageId) {

        Report checked() {
            RequestBody.text("type", type);
            RequestBody.text("messageId", messageId);
            return this;
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/webhooks/mail", this::receive);
    }

    private void receive(Context ctx) {
        if (!signature.fits(ctx.body(), ctx.header(SIGNATURE))) {
            throw Problem.unauthorised("The signature does not fit the body.");
        }
        Report report = RequestBody.read(ctx, Report.class).checked();
        if (report.type().equals(BOUNCE) && !means.defects().has(InvitationDefect.BOUNCE_IGNORED)) {
            means.database().transaction(tx -> {
                InvitationMails.invitation(report.messageId()).ifPresent(id -> cameBack(tx, id));
                return null;
            });
        }
        Respond.json(ctx, 200, Map.of("messageId", report.messageId()));
    }

    /** The provider may report it more than once. */
    private void cameBack(Transaction tx, String id) {
        if (Invitations.cameBack(tx, id)) {
            means.outbox()
                    .add(
                            tx,
                            Message.of(
                                            InvitationWorkflow.WARN_INVITER,
                                            Workflows.correlationOf(tx, id),
                                            new InvitationNews(id, null))
                                    .on(Channel.COMMANDS, id));
        }
    }
}
