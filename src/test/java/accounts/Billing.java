package accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;

/** Billing. What changes a subscription needs a token, which Shop gets for its client's secret. */
final class Billing implements Account {

    private static final String SUBSCRIPTIONS = "/v1/subscriptions/{subscription}/";

    private final Tokens tokens;
    private final Items granted;
    private final Plain plain;

    Billing(Secrets.Client shop, Clock clock) {
        this.tokens = new Tokens(shop, Duration.ofHours(1), clock);
        this.granted = new Items(Ids.random("grant_"), clock);
        this.plain = new Plain("billing", clock, this::check)
                .taking("/v1/trials", "/v1/trials", 201, "trialing")
                .taking("/v1/accounts", "/v1/accounts", 201, "active")
                .taking(SUBSCRIPTIONS + "upgrade", "/v1/upgrades", 202, "pending")
                .taking(SUBSCRIPTIONS + "charges", "/v1/charges", 201, "succeeded")
                .taking(SUBSCRIPTIONS + "cancel", "/v1/cancellations", 200, "cancelled");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/billing/oauth/token", ctx -> {
            tokens.grant(ctx);
            granted.add(ctx, Json.body(ctx));
        });
        routes.get("/billing/v1/tokens", Plain.list(granted));
        plain.addTo(routes);
    }

    private void check(Context ctx, ObjectNode content) {
        if (ctx.path().startsWith("/billing/v1/subscriptions/")) {
            tokens.check(ctx);
        }
    }
}
