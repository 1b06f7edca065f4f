package accounts;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;

/** What a listing is asked for. */
final class Asked {

    private static final int MOST = 100;

    private Asked() {}

    static int limit(Context ctx, int otherwise) {
        String limit = ctx.queryParam("limit");
        if (limit == null) {
            return otherwise;
        }
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            throw new Refused(400, "limit is no number from 1 to " + MOST + ": " + limit);
        }
        return Integer.parseInt(limit);
    }

    /** Items that were created at an instant, in seconds since 1970, or later; all where nothing is said. */
    static Predicate<Item> createdSinceSeconds(Context ctx, String parameter) {
        String seconds = ctx.queryParam(parameter);
        if (seconds == null) {
            return item -> true;
        }
        if (!seconds.matches("\\d{1,12}")) {
            throw new Refused(400, parameter + " is no number of seconds since 1970: " + seconds);
        }
        long from = Long.parseLong(seconds);
        return item -> item.created().getEpochSecond() >= from;
    }

    /** The same of an instant after ISO 8601. */
    static Predicate<Item> createdSince(Context ctx, String parameter) {
        String text = ctx.queryParam(parameter);
        if (text == null) {
            return item -> true;
        }
        try {
            Instant from = Instant.parse(text);
            return item -> !item.created().isBefore(from);
        } catch (DateTimeException e) {
            throw new Refused(400, parameter + " is no instant: " + text);
        }
    }

    static Predicate<Item> correlationId(Context ctx) {
        String id = ctx.queryParam("correlation_id");
        return item -> id == null || Objects.equals(id, item.correlationId());
    }

    /** Items that have a value in a field of what was sent. */
    static Predicate<Item> field(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return item -> value == null || value.equals(item.content().path(name).asText(null));
    }
}
