package shop.signup;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import shop.database.Database;
import shop.http.Problem;
import shop.http.Respond;
import shop.http.Routes;

/** {@code GET /activate}: where the link in the welcome mail leads. */
public final class ActivationRoutes implements Routes {

    private final Database database;

    public ActivationRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/activate", ctx -> {
            String token = ctx.queryParam("token");
            if (token == null || !database.transaction(tx -> Signups.activate(tx, token))) {
                throw Problem.notFound("This activation link is not known.");
            }
            Respond.json(ctx, 200, Map.of("status", "active"));
        });
    }
}
