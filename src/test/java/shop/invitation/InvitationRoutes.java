package shop.invitation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import shop.database.Database;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.http.Answer;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.idempotency.Idempotency;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.workflow.Workflows;

/** {@code POST /invitations}. */
final class InvitationRoutes implements Routes {

    private final Database database;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final InvitationLinks links;
    private final Defects defects;

    InvitationRoutes(
            Database database, Idempotency idempotency, Outbox outbox, InvitationLinks links, Defects defects) {
        this.database = database;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.links = links;
        this.defects = defects;
    }

    private record InvitationRequest(String memberId, String email, String name) {

        InvitationRequest checked() {
            RequestBody.text("memberId", memberId);
            RequestBody.email("email", email);
            RequestBody.text("name", name);
            return this;
        }
    }

    private record Invited(String invitationId, String email, String status) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/invitations", this::invite);
    }

    private void invite(Context ctx) {
        InvitationRequest request =
                RequestBody.read(ctx, InvitationRequest.class).checked();
        String correlationId = Correlation.of(ctx);
        if (defects.has(InvitationDefect.INVITATION_MAILED_TWICE)) {
            Respond.answer(ctx, database.transaction(tx -> accept(tx, request, correlationId)));
            return;
        }
        idempotency.respond(ctx, "POST /invitations", request, tx -> accept(tx, request, correlationId));
    }

    private Answer accept(Transaction tx, InvitationRequest request, String correlationId) {
        String organisationId = Invitations.organisationOf(tx, request.memberId())
                .orElseThrow(() -> Problem.notFound("There is no member " + request.memberId() + "."));
        if (Invitations.isUser(tx, request.email())) {
            throw Problem.conflict(request.email() + " is a user already.");
        }
        String id = NewId.of("inv_");
        Invitations.add(
                tx,
                id,
                organisationId,
                request.memberId(),
                request.email(),
                request.name(),
                links.expiry(tx, request.email()));
        Workflows.begin(tx, InvitationWorkflow.DEFINITION, id, correlationId);
        outbox.add(
                tx,
                Message.of(InvitationWorkflow.MAIL, correlationId, new InvitationNews(id, null))
                        .on(Channel.COMMANDS, id));
        return Answer.of(202, new Invited(id, request.email(), "invited"));
    }
}
