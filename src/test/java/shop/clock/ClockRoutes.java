package shop.clock;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;
import shop.database.Database;
import shop.http.Problem;
import shop.http.RequestBody;
import shop.http.Respond;
import shop.http.Routes;

/**
 * {@code POST /test-clocks/{customer}/advance} with {@code seconds}, and {@code hold} and {@code release} for what is due for
 * the customer. Only for those who try Shop out: it must be started with {@code SHOP_TEST_CLOCKS=on}.
 */
public final class ClockRoutes implements Routes {

    private static final long MOST_SECONDS = Duration.ofDays(3_660).toSeconds();

    private final Database database;
    private final Runnable moved;

    /** Runs {@code moved} after each change. */
    public ClockRoutes(Database database, Runnable moved) {
        this.database = database;
        this.moved = moved;
    }

    private record Advance(Long seconds) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/test-clocks/{customer}/advance", this::advance);
        routes.post("/test-clocks/{customer}/hold", ctx -> hold(ctx, true));
        routes.post("/test-clocks/{customer}/release", ctx -> hold(ctx, false));
    }

    private void advance(Context ctx) {
        long seconds = RequestBody.required(
                "seconds", RequestBody.read(ctx, Advance.class).seconds());
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw Problem.unacceptable("A clock is moved on by 1 to " + MOST_SECONDS + " seconds.");
        }
        String customer = ctx.pathParam("customer");
        String now = database.transaction(tx -> {
            Clocks.advance(tx, customer, Duration.ofSeconds(seconds));
            return Clocks.now(tx, customer).toString();
        });
        moved.run();
        Respond.json(ctx, 200, Map.of("customer", customer, "now", now));
    }

    private void hold(Context ctx, boolean held) {
        String customer = ctx.pathParam("customer");
        database.transaction(tx -> {
            Clocks.hold(tx, customer, held);
            return null;
        });
        moved.run();
        Respond.json(ctx, 200, Map.of("customer", customer, "held", held));
    }
}
