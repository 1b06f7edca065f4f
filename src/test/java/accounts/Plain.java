package accounts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * An account that keeps what it is sent and lists it, newest first, each with a {@code meta} of its own:
 * {@code {"items": [{…, "meta": {"id": …, "created_at": …}}], "next": …}}, and {@code before=NEXT} for the next page.
 */
final class Plain implements Account {

    private static final int PAGE = 50;

    private final String name;
    private final Clock clock;
    private final Intake intake;
    private final List<Consumer<RoutesConfig>> routes = new ArrayList<>();

    Plain(String name, Clock clock) {
        this(name, clock, (ctx, content) -> {});
    }

    /** @param check refuses what may not come in */
    Plain(String name, Clock clock, BiConsumer<Context, ObjectNode> check) {
        this.name = name;
        this.clock = clock;
        this.intake = new Intake(check);
    }

    static Plain analytics(Clock clock) {
        return new Plain("analytics", clock)
                .taking("/v1/track", "/v1/events", 200, "received")
                .taking("/v1/conversions", "/v1/conversions", 200, "received")
                .taking("/v1/identify", "/v1/identities", 200, "received");
    }

    static Plain support(Clock clock) {
        return new Plain("support", clock).taking("/v1/notifications", "/v1/notifications", 202, "queued");
    }

    static Plain inventory(Clock clock) {
        return new Plain("inventory", clock)
                .taking("/v1/reservations", "/v1/reservations", 200, "reserved")
                .taking("/v1/reservations/{reservation}/release", "/v1/releases", 200, "released");
    }

    static Plain shipping(Clock clock) {
        return new Plain("shipping", clock).taking("/v1/shipments", "/v1/shipments", 200, "booked");
    }

    static Plain access(Clock clock) {
        return new Plain("access", clock)
                .taking("/v1/grants", "/v1/grants", 201, "granted")
                .taking("/v1/revocations", "/v1/revocations", 201, "revoked");
    }

    static Plain oncall(Clock clock) {
        return new Plain("oncall", clock).taking("/v2/enqueue", "/v2/pages", 202, "success");
    }

    /** @param status what is answered, {@code said} the word for it */
    Plain taking(String path, String listing, int status, String said) {
        Items items = new Items(Ids.random(name + "_"), clock);
        routes.add(config -> {
            config.post("/" + name + path, intake.into(items, status, item -> taken(item, said)));
            config.get("/" + name + listing, list(items));
        });
        return this;
    }

    @Override
    public void addTo(RoutesConfig config) {
        routes.forEach(route -> route.accept(config));
    }

    private static ObjectNode taken(Item item, String said) {
        return Json.object().put("id", item.id()).put("status", said);
    }

    /** The listing of an account's items. */
    static Handler list(Items items) {
        return ctx -> {
            Items.Page page = items.newestFirst(
                    ctx.queryParam("before"),
                    Asked.limit(ctx, PAGE),
                    Asked.createdSince(ctx, "since").and(Asked.correlationId(ctx)));
            ObjectNode answer = Json.object();
            ArrayNode list = answer.putArray("items");
            page.items().forEach(item -> list.add(shown(item)));
            answer.put("next", page.hasMore() ? page.last() : null);
            Json.answer(ctx, 200, answer);
        };
    }

    private static ObjectNode shown(Item item) {
        ObjectNode meta = Json.object()
                .put("id", item.id())
                .put("created_at", item.created().toString());
        meta.setAll(item.request());
        ObjectNode shown = item.content().deepCopy();
        shown.set("meta", meta);
        return shown;
    }
}
