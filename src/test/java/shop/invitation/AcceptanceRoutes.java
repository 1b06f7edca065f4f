package shop.invitation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import shop.database.Database;
import shop.database.Transaction;
import shop.defect.Defects;
import shop.http.Correlation;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;
import shop.messaging.Channel;
import shop.messaging.Message;
import shop.outbox.Outbox;
import shop.workflow.Workflows;

/**
 * {@code GET /invitations/accept}, where the link in the mail leads, and {@code POST /invitations/accept}, what the page there
 * sends: mail scanners that open links join nothing.
 */
final class AcceptanceRoutes implements Routes {

    private static final String COOKIE = "invitation_token";

    private final Database database;
    private final Outbox outbox;
    private final InvitationLinks links;
    private final Defects defects;

    AcceptanceRoutes(Database database, Outbox outbox, InvitationLinks links, Defects defects) {
        this.database = database;
        this.outbox = outbox;
        this.links = links;
        this.defects = defects;
    }

    private record Page(String organisation, String email, String name) {}

    private record Form(String email, String name) {

        Form checked() {
            RequestBody.email("email", email);
            RequestBody.text("name", name);
            return this;
        }
    }

    private record Joined(String userId, String organisationId, String status) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/invitations/accept", this::show);
        routes.post("/invitations/accept", this::accept);
    }

    private void show(Context ctx) {
        String token = ctx.queryParam("token");
        Invitation invitation = database.transaction(tx -> links.open(tx, token));
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setPath("/invitations");
        cookie.setHttpOnly(true);
        ctx.cookie(cookie);
        Respond.json(ctx, 200, new Page(invitation.organisation(), invitation.email(), invitation.name()));
    }

    private void accept(Context ctx) {
        Form form = RequestBody.read(ctx, Form.class).checked();
        String correlationId = Correlation.of(ctx);
        Respond.json(
                ctx,
                201,
                database.transaction(tx -> join(tx, links.open(tx, ctx.cookie(COOKIE)), form, correlationId)));
    }

    private Joined join(Transaction tx, Invitation invitation, Form form, String correlationId) {
        if (!form.email().equalsIgnoreCase(invitation.email())
                && !defects.has(InvitationDefect.INVITATION_FOR_ANYBODY)) {
            throw Problem.unacceptable("This invitation is for another address.");
        }
        boolean first = Invitations.accept(tx, invitation.id());
        if (!first && !defects.has(InvitationDefect.INVITATION_LINK_REUSABLE)) {
            throw Problem.gone("This invitation was accepted already.");
        }
        String userId = NewId.of("usr_");
        if (!Invitations.addUser(tx, userId, invitation.organisationId(), form.email(), form.name(), "invitation")
                && first) {
            throw Problem.conflict(form.email() + " is a user already.");
        }
        Workflows.take(tx, invitation.id(), InvitationWorkflow.JOINED);
        announce(tx, invitation, userId, form.email(), correlationId);
        return new Joined(userId, invitation.organisationId(), "active");
    }

    private void announce(Transaction tx, Invitation invitation, String userId, String email, String correlationId) {
        String id = invitation.id();
        outbox.add(
                tx,
                Message.of(
                                InvitationWorkflow.ACCEPTED,
                                correlationId,
                                new Acceptance(id, invitation.organisationId(), userId, email))
                        .on(Channel.EVENTS, id));
        InvitationNews news = new InvitationNews(id, userId);
        outbox.add(
                tx,
                Message.of(InvitationWorkflow.ADD_CONTACT, correlationId, news).on(Channel.COMMANDS, id));
        if (!defects.has(InvitationDefect.INVITER_NEVER_TOLD)) {
            outbox.add(
                    tx,
                    Message.of(InvitationWorkflow.TELL_INVITER, correlationId, news)
                            .on(Channel.COMMANDS, id));
        }
    }
}
