package shop.subscription;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import shop.database.Database;
import shop.http.Respond;
import shop.http.Routes;

/** {@code POST /subscriptions/{id}/billing-runs}: for operators who do not know whether the last run came to its end. */
final class BillingRunRoutes implements Routes {

    private final Database database;

    BillingRunRoutes(Database database) {
        this.database = database;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/subscriptions/{id}/billing-runs", ctx -> {
            String id = ctx.pathParam("id");
            database.transaction(tx -> {
                MonthlyCharges.runAgain(
                        tx, Subscriptions.lock(tx, id).orElseThrow(() -> SubscriptionRoutes.unknown(id)));
                return null;
            });
            Respond.json(ctx, 202, Map.of("subscriptionId", id));
        });
    }
}
