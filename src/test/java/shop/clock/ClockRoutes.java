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
 * {@code POST /test-clocks/{customer}/advance} with {@code days}, {@code hours}, {@code minutes} and {@code seconds}, and
 * {@code hold} and {@code release} for what is due for the customer. Only for those who try Shop out: it must be started with {@code SHOP_TEST_CLOCKS=on}.
 */
public final class ClockRoutes implements Routes {

    private static final Duration MOST = Duration.ofDays(3_660);

    private final Database database;
    private final Runnable moved;

    /** Runs {@code moved} after each change. */
    public ClockRoutes(Database database, Runnable moved) {
        this.database = database;
        this.moved = moved;
    }

    private record Advance(Long days, Long hours, Long minutes, Long seconds) {

        Duration duration() {
            try {
                return Duration.ofDays(number(days))
                        .plusHours(number(hours))
                        .plusMinutes(number(minutes))
                        .plusSeconds(number(seconds));
            } catch (ArithmeticException e) {
                throw tooFar();
            }
        }

        private static long number(Long given) {
            return given == null ? 0 : given;
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/test-clocks/{customer}/advance", this::advance);
        routes.post("/test-clocks/{customer}/hold", ctx -> hold(ctx, true));
        routes.post("/test-clocks/{customer}/release", ctx -> hold(ctx, false));
    }

    private void advance(Context ctx) {
        Duration by = RequestBody.read(ctx, Advance.class).duration();
        if (by.toSeconds() < 1 || by.compareTo(MOST) > 0) {
            throw tooFar();
        }
        String customer = ctx.pathParam("customer");
        String now = database.transaction(tx -> {
            Clocks.advance(tx, customer, by);
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

    private static Problem tooFar() {
        return Problem.unacceptable("A clock is moved on by 1 second to " + MOST.toDays() + " days.");
    }
}
