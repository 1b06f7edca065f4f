package accounts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongFunction;

/**
 * The CRM, listing as HubSpot does: oldest first, {@code paging.next.after}. It is read
 * with a token that expires soon, and by each client twenty times a second at most.
 */
final class Crm implements Account {

    private static final int PAGE = 10;
    private static final int READS_PER_SECOND = 20;
    private static final Duration TOKEN = Duration.ofSeconds(30);

    private final Intake intake = new Intake();
    private final Tokens tokens;
    private final RateLimit limit;
    private final Items contacts;
    private final Items leads;

    Crm(Secrets.Client client, Clock clock) {
        this.tokens = new Tokens(client, TOKEN, clock);
        this.limit = new RateLimit(READS_PER_SECOND, clock);
        LongFunction<String> numbers = numbersSince(clock);
        this.contacts = new Items(numbers, clock);
        this.leads = new Items(numbers, clock);
    }

    /** Numbers that are not those of an earlier start. */
    private static LongFunction<String> numbersSince(Clock clock) {
        long first = clock.instant().toEpochMilli();
        return number -> String.valueOf(first + number);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/crm/oauth/token", tokens::grant);
        routes.post("/crm/v1/contacts", intake.into(contacts, 201, Crm::created));
        routes.post("/crm/v1/leads", intake.into(leads, 201, Crm::created));
        routes.get("/crm/v3/objects/contacts", list(contacts));
        routes.get("/crm/v3/objects/leads", list(leads));
    }

    private Handler list(Items items) {
        return ctx -> {
            limit.take(tokens.check(ctx));
            Items.Page page = items.oldestFirst(
                    ctx.queryParam("after"),
                    Asked.limit(ctx, PAGE),
                    Asked.createdSince(ctx, "createdAfter")
                            .and(Asked.field(ctx, "email"))
                            .and(Asked.correlationId(ctx)));
            Json.answer(ctx, 200, answer(page));
        };
    }

    private static ObjectNode answer(Items.Page page) {
        ObjectNode answer = Json.object();
        ArrayNode results = answer.putArray("results");
        page.items().forEach(item -> results.add(object(item)));
        if (page.hasMore()) {
            answer.putObject("paging").putObject("next").put("after", page.last());
        }
        return answer;
    }

    private static ObjectNode object(Item item) {
        ObjectNode shown = Json.object();
        shown.put("id", item.id());
        shown.setAll(item.content());
        shown.setAll(item.request());
        shown.put("createdAt", item.created().toString());
        shown.put("updatedAt", item.created().toString());
        shown.put("archived", false);
        return shown;
    }

    private static ObjectNode created(Item item) {
        ObjectNode answer = Json.object();
        answer.put("id", item.id());
        answer.set("email", item.content().get("email"));
        answer.put("status", "new");
        return answer;
    }
}
