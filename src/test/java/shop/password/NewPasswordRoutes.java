package shop.password;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import java.util.Map;
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

/** {@code GET /password/reset}, where the link in the mail leads, and {@code POST /password/reset}, what the page there sends. */
final class NewPasswordRoutes implements Routes {

    private static final String COOKIE = "reset_token";

    private final Database database;
    private final Outbox outbox;
    private final ResetLinks links;
    private final Defects defects;

    NewPasswordRoutes(Database database, Outbox outbox, ResetLinks links, Defects defects) {
        this.database = database;
        this.outbox = outbox;
        this.links = links;
        this.defects = defects;
    }

    private record NewPassword(String password) {}

    private record EndedSession(String sessionId, String email, String reason) {}

    private record Changed(String email) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/password/reset", this::show);
        routes.post("/password/reset", this::change);
    }

    private void show(Context ctx) {
        String token = ctx.queryParam("token");
        PasswordReset reset = database.transaction(tx -> links.open(tx, token));
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setPath("/password");
        cookie.setHttpOnly(true);
        ctx.cookie(cookie);
        Respond.json(ctx, 200, Map.of("email", reset.email()));
    }

    private void change(Context ctx) {
        String password = RequestBody.text(
                "password", RequestBody.read(ctx, NewPassword.class).password());
        String correlationId = Correlation.of(ctx);
        String hash = PasswordHash.of(password);
        database.transaction(tx -> change(tx, links.open(tx, ctx.cookie(COOKIE)), hash, correlationId));
        Respond.json(ctx, 200, Map.of("status", "changed"));
    }

    private Void change(Transaction tx, PasswordReset reset, String hash, String correlationId) {
        if (!PasswordResets.use(tx, reset.id()) && !defects.has(PasswordDefect.RESET_LINK_REUSABLE)) {
            throw Problem.gone("This link was used already.");
        }
        Accounts.setPassword(tx, reset.email(), hash);
        Workflows.take(tx, reset.id(), PasswordWorkflow.PASSWORD_CHANGED);
        if (!defects.has(PasswordDefect.PASSWORD_CHANGE_NOT_AUDITED)) {
            Accounts.audit(tx, reset.email(), "password changed by mailed link");
        }
        publish(tx, PasswordWorkflow.CHANGED, correlationId, reset.email(), new Changed(reset.email()));
        if (!defects.has(PasswordDefect.SESSIONS_NOT_ENDED)) {
            for (String session : Accounts.endSessions(tx, reset.email())) {
                EndedSession ended = new EndedSession(session, reset.email(), "password changed");
                publish(tx, PasswordWorkflow.SESSION_ENDED, correlationId, reset.email(), ended);
            }
        }
        if (!defects.has(PasswordDefect.PASSWORD_CHANGE_NOT_CONFIRMED)) {
            ResetRequest about = new ResetRequest(reset.id(), reset.email());
            outbox.add(
                    tx,
                    Message.of(PasswordWorkflow.MAIL_CONFIRMATION, correlationId, about)
                            .on(Channel.COMMANDS, reset.email()));
        }
        return null;
    }

    private void publish(Transaction tx, String type, String correlationId, String key, Object data) {
        outbox.add(tx, Message.of(type, correlationId, data).on(Channel.EVENTS, key));
    }
}
