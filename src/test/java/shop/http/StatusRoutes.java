package shop.http;

import io.javalin.config.RoutesConfig;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import shop.activity.Activity;

/** {@code GET /health} and {@code GET /idle}. */
public final class StatusRoutes implements Routes {

    private final BooleanSupplier ready;
    private final Activity activity;
    private final IntSupplier outbox;

    public StatusRoutes(BooleanSupplier ready, Activity activity, IntSupplier outbox) {
        this.ready = ready;
        this.activity = activity;
        this.outbox = outbox;
    }

    private record Health(String status) {}

    private record Idle(boolean idle, int inFlight, int outbox) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health", ctx -> {
            boolean up = ready.getAsBoolean();
            Respond.json(ctx, up ? 200 : 503, new Health(up ? "up" : "starting"));
        });
        routes.get("/idle", ctx -> Respond.json(ctx, 200, idle()));
    }

    /**
     * Work moves between the outbox and the running handlers, so one look at each could miss it on both sides. Idle is only
     * what had nothing running before and after the look into the outbox, with nothing begun in between.
     */
    private Idle idle() {
        Activity.Reading before = activity.read();
        int unsent = outbox.getAsInt();
        Activity.Reading after = activity.read();
        boolean idle = unsent == 0 && after.running() == 0 && before.equals(after);
        return new Idle(idle, after.running(), unsent);
    }
}
