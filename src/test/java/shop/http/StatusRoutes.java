package shop.http;

import io.javalin.config.RoutesConfig;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import shop.activity.Activity;

/** {@code GET /health} and {@code GET /idle}, for all work or with {@code correlationId} for that of one request. */
public final class StatusRoutes implements Routes {

    private final BooleanSupplier ready;
    private final Activity activity;
    private final ToIntFunction<Optional<String>> waiting;

    public StatusRoutes(BooleanSupplier ready, Activity activity, ToIntFunction<Optional<String>> waiting) {
        this.ready = ready;
        this.activity = activity;
        this.waiting = waiting;
    }

    private record Health(String status) {}

    private record Idle(boolean idle, int inFlight, int waiting) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health", ctx -> {
            boolean up = ready.getAsBoolean();
            Respond.json(ctx, up ? 200 : 503, new Health(up ? "up" : "starting"));
        });
        routes.get("/idle", ctx -> Respond.json(ctx, 200, idle(Optional.ofNullable(ctx.queryParam("correlationId")))));
    }

    /**
     * Work moves between what is saved and the running handlers, so one look at each could miss it on both sides. Idle is
     * only what had nothing running before and after the look at what is saved, with nothing begun in between.
     */
    private Idle idle(Optional<String> correlationId) {
        Activity.Reading before = read(correlationId);
        int left = waiting.applyAsInt(correlationId);
        Activity.Reading after = read(correlationId);
        boolean idle = left == 0 && after.running() == 0 && before.equals(after);
        return new Idle(idle, after.running(), left);
    }

    private Activity.Reading read(Optional<String> correlationId) {
        return correlationId.map(activity::read).orElseGet(activity::read);
    }
}
