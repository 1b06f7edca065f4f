package accounts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;

/**
 * The payment provider, listing as Stripe does: newest first, {@code has_more} and {@code starting_after}, times in
 * seconds. A refund is pending for a moment before it succeeds.
 */
final class Payments implements Account {

    private static final int PAGE = 10;
    private static final Duration PENDING = Duration.ofMillis(300);

    private final String key;
    private final Clock clock;
    private final Intake intake = new Intake();
    private final Items refunds;
    private final Items payments;
    private final Items voids;

    /** @param key by which refunds are listed */
    Payments(String key, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.refunds = new Items(Ids.random("re_"), clock);
        this.payments = new Items(Ids.random("pay_"), clock);
        this.voids = new Items(Ids.random("void_"), clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/payments/v1/refunds", intake.into(refunds, 201, this::refund));
        routes.post("/payments/v1/payments", intake.into(payments, 200, item -> of(item, "payment", "captured")));
        routes.post(
                "/payments/v1/payments/{payment}/void", intake.into(voids, 200, item -> of(item, "void", "voided")));
        routes.get("/payments/v1/refunds", this::list);
    }

    private void list(Context ctx) {
        if (!Tokens.same("Bearer " + key, ctx.header("Authorization"))) {
            throw Refused.unauthorised("This is not the key of the account");
        }
        Items.Page page = refunds.newestFirst(
                ctx.queryParam("starting_after"),
                Asked.limit(ctx, PAGE),
                Asked.createdSinceSeconds(ctx, "created[gte]"));
        ObjectNode answer = Json.object();
        answer.put("object", "list");
        answer.put("url", "/v1/refunds");
        answer.put("has_more", page.hasMore());
        ArrayNode data = answer.putArray("data");
        page.items().forEach(item -> data.add(refund(item)));
        Json.answer(ctx, 200, answer);
    }

    private ObjectNode refund(Item item) {
        boolean isPending = clock.instant().isBefore(item.created().plus(PENDING));
        return of(item, "refund", isPending ? "pending" : "succeeded");
    }

    /** Seconds as Stripe has them, and milliseconds beside them. */
    private static ObjectNode of(Item item, String object, String status) {
        ObjectNode shown = Json.object();
        shown.put("id", item.id());
        shown.put("object", object);
        shown.setAll(item.content());
        shown.put("status", status);
        shown.put("created", item.created().getEpochSecond());
        shown.put("created_ms", item.created().toEpochMilli());
        shown.set("request", item.request());
        return shown;
    }
}
