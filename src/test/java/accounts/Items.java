package accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** The items of one kind, the latest 1,000 of them. Thread-safe. */
final class Items {

    private static final int MOST = 1_000;

    private final LongFunction<String> ids;
    private final Clock clock;
    private final NavigableMap<Long, Item> byNumber = new TreeMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private long last;

    /** @param ids makes an ID of a number */
    Items(LongFunction<String> ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Item add(Context ctx, ObjectNode content) {
        return add(content, ctx.header(Item.IDEMPOTENCY_KEY), ctx.header(Item.CORRELATION_ID));
    }

    synchronized Item add(ObjectNode content, String idempotencyKey, String correlationId) {
        last++;
        Item item = new Item(
                last,
                ids.apply(last),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                content,
                idempotencyKey,
                correlationId);
        byNumber.put(last, item);
        numbers.put(item.id(), last);
        if (byNumber.size() > MOST) {
            numbers.remove(byNumber.pollFirstEntry().getValue().id());
        }
        return item;
    }

    /**
     * From the newest on.
     *
     * @param startingAfter an item's ID: it begins with the next older one; null for all
     */
    synchronized Page newestFirst(String startingAfter, int limit, Predicate<Item> fits) {
        NavigableMap<Long, Item> rest =
                startingAfter == null ? byNumber : byNumber.headMap(number(startingAfter), false);
        return page(rest.descendingMap(), limit, fits);
    }

    /**
     * From the oldest on.
     *
     * @param after an item's ID: it begins with the next newer one; null for all
     */
    synchronized Page oldestFirst(String after, int limit, Predicate<Item> fits) {
        return page(after == null ? byNumber : byNumber.tailMap(number(after), false), limit, fits);
    }

    private long number(String id) {
        Long number = numbers.get(id);
        if (number == null) {
            throw new Refused(400, "There is no item " + id + " to go on after");
        }
        return number;
    }

    private static Page page(NavigableMap<Long, Item> from, int limit, Predicate<Item> fits) {
        List<Item> items = new ArrayList<>();
        Iterator<Item> rest = from.values().stream().filter(fits).iterator();
        while (items.size() < limit && rest.hasNext()) {
            items.add(rest.next());
        }
        return new Page(List.copyOf(items), rest.hasNext());
    }

    /** @param hasMore whether others follow */
    record Page(List<Item> items, boolean hasMore) {

        /** The one to go on after. */
        String last() {
            return items.get(items.size() - 1).id();
        }
    }
}
