package accounts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

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
        Function<Item, ObjectNode> payment = item -> of(item, "payment", "captured");
        Function<Item, ObjectNode> voided = item -> of(item, "void", "voided");
        routes.post("/payments/v1/refunds", intake.into(refunds, 201, this::refund));
        routes.post("/payments/v1/payments", intake.into(payments, 200, payment));
        routes.post("/payments/v1/payments/{payment}/void", intake.into(voids, 200, voided));
        routes.get("/payments/v1/refunds", list(refunds, this::refund));
        routes.get("/payments/v1/payments", list(payments, payment));
        routes.get("/payments/v1/voids", list(voids, voided));
    }

    private Handler list(Items items, Function<Item, ObjectNode> shown) {
        return ctx -> {
            if (!Tokens.same("Bearer " + key, ctx.header("Authorization"))) {
                throw Refused.unauthorised("This is not the key of the account");
            }
            Items.Page page = items.newestFirst(
                    ctx.queryParam("starting_after"),
                    Asked.limit(ctx, PAGE),
                    Asked.createdSinceSeconds(ctx, "created[gte]"));
            ObjectNode answer = Json.object();
            answer.put("object", "list");
            answer.put("url", ctx.path());
            answer.put("has_more", page.hasMore());
            ArrayNode data = answer.putArray("data");
            page.items().forEach(item -> data.add(shown.apply(item)));
            Json.answer(ctx, 200, answer);
        };
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
