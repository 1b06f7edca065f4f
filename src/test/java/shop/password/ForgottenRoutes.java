package shop.password;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.UUID;
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

/** {@code POST /password-resets}: the answer is the same whether there is an account or not. */
final class ForgottenRoutes implements Routes {

    private final Database database;
    private final Outbox outbox;
    private final ResetLinks links;
    private final Defects defects;

    ForgottenRoutes(Database database, Outbox outbox, ResetLinks links, Defects defects) {
        this.database = database;
        this.outbox = outbox;
        this.links = links;
        this.defects = defects;
    }

    private record Forgotten(String email) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/password-resets", this::request);
    }

    private void request(Context ctx) {
        String email = RequestBody.email(
                "email", RequestBody.read(ctx, Forgotten.class).email());
        String correlationId = Correlation.of(ctx);
        boolean known = database.transaction(tx -> accept(tx, email, correlationId));
        if (!known && defects.has(PasswordDefect.RESET_REVEALS_UNKNOWN_ADDRESS)) {
            throw Problem.notFound("There is no account of " + email + ".");
        }
        Respond.json(ctx, 202, Map.of("status", "if there is an account, a link is on its way"));
    }

    private boolean accept(Transaction tx, String email, String correlationId) {
        boolean known = Accounts.passwordHash(tx, email).isPresent();
        if (known) {
            String id = "pwr_" + UUID.randomUUID().toString().replace("-", "");
            PasswordResets.replaceAll(tx, email);
            PasswordResets.add(tx, id, email, links.expiry(tx, email));
            Workflows.begin(tx, PasswordWorkflow.DEFINITION, id, correlationId);
            mail(tx, new ResetRequest(id, email), correlationId);
        } else if (defects.has(PasswordDefect.RESET_MAILED_TO_UNKNOWN_ADDRESS)) {
            mail(tx, new ResetRequest(null, email), correlationId);
        }
        return known;
    }

    private void mail(Transaction tx, ResetRequest request, String correlationId) {
        outbox.add(
                tx,
                Message.of(PasswordWorkflow.MAIL_LINK, correlationId, request).on(Channel.COMMANDS, request.email()));
    }
}
