package dev.handoff.sandbox.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.handoff.journal.JsonPath;
import dev.handoff.sandbox.asking.Refused;
import dev.handoff.sandbox.asking.Unanswered;
import dev.handoff.vocabulary.PollPaging;
import dev.handoff.vocabulary.PollRecord;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a list of items to its end, or not at all. */
final class Pages {

    private static final int MOST_ITEMS = 50_000;

    private final Account account;
    private final PollRecord.Listing listing;
    private final Function<String, Optional<Object>> values;

    /** @param values what placeholders of the request stand for */
    Pages(Account account, PollRecord.Listing listing, Function<String, Optional<Object>> values) {
        this.account = account;
        this.listing = listing;
        this.values = values;
    }

    /**
     * The pages in order, each with its items. With one page only, one reading shows all. Of several, an item may have
     * moved from one that was not read yet to one that was; so they are read twice, unless nothing ever moves, and what
     * either reading shows is there.
     */
    List<List<JsonNode>> read() throws Unanswered, Refused {
        List<List<JsonNode>> once = readOnce();
        boolean mayMove = listing.paging().filter(paging -> !paging.fixed()).isPresent();
        if (once.size() <= 1 || !mayMove) {
            return once;
        }
        List<List<JsonNode>> both = new ArrayList<>(once);
        both.addAll(readOnce());
        return both;
    }

    /** The first page alone. */
    List<JsonNode> first() throws Unanswered, Refused {
        Page page = page(new Turn(0, 0, null, null), null);
        return page.items();
    }

    /** The answer to the first request, whatever it is. */
    Reply knock() throws Unanswered {
        return account.ask(() -> asked(new Turn(0, 0, null, null), null));
    }

    private List<List<JsonNode>> readOnce() throws Unanswered, Refused {
        List<List<JsonNode>> pages = new ArrayList<>();
        Set<Object> been = new HashSet<>();
        Turn turn = new Turn(0, 0, null, null);
        int items = 0;
        URI last = null;
        while (true) {
            Page page = page(turn, last);
            last = page.uri();
            pages.add(page.items());
            items += page.items().size();
            Optional<Turn> next = listing.paging().isPresent()
                    ? next(listing.paging().get(), page, turn, items, pages)
                    : Optional.empty();
            if (next.isEmpty()) {
                return pages;
            }
            turn = next.get();
            if (!been.add(turn)) {
                throw new Refused("its pages go round: the same one comes next again");
            }
            int most = listing.paging().orElseThrow().most();
            if (pages.size() >= most || items > MOST_ITEMS) {
                throw new Refused(
                        "there are more than " + (items > MOST_ITEMS ? MOST_ITEMS + " items" : most + " pages")
                                + "; let the request ask for the scenario's own"
                                + (items > MOST_ITEMS ? "" : ", or raise most"));
            }
        }
    }

    private Page page(Turn turn, URI before) throws Unanswered, Refused {
        Outgoing[] sent = new Outgoing[1];
        URI next = turn.address() == null ? null : address(before, turn.address());
        Reply reply = account.ask(() -> sent[0] = asked(turn, next));
        if (listing.nothing().contains(reply.status()) && before == null) {
            return new Page(sent[0].uri(), null, reply, List.of());
        }
        if (!reply.isSuccess()) {
            throw new Refused("it answered " + reply.status()
                    + (reply.status() >= 300 && reply.status() < 400 ? ", a redirect, which is not followed" : ""));
        }
        JsonNode tree = reply.json().orElseThrow(() -> new Refused("its answer is " + reply.kind() + ", and no JSON"));
        return new Page(sent[0].uri(), tree, reply, items(tree));
    }

    private Outgoing asked(Turn turn, URI next) {
        Outgoing request = account.filling().fill(listing.request(), values);
        if (next != null) {
            return request.to(next);
        }
        if (listing.paging().isEmpty()) {
            return request;
        }
        PollPaging paging = listing.paging().get();
        Outgoing sized = paging.size().isPresent()
                ? put(request, paging.size().get(), IntNode.valueOf(paging.items()))
                : request;
        return switch (paging.style()) {
            case NEXT -> sized;
            case CURSOR -> turn.cursor() == null ? sized : put(sized, paging.as(), TextNode.valueOf(turn.cursor()));
            case PAGE -> put(sized, paging.as(), IntNode.valueOf(paging.first() + turn.pages()));
            case OFFSET -> put(sized, paging.as(), IntNode.valueOf(paging.first() + turn.items()));
        };
    }

    /** A search with a body says there which page it wants. */
    private static Outgoing put(Outgoing request, String where, JsonNode value) {
        return where.startsWith("$") || request.json().isPresent()
                ? request.with(where, value)
                : request.asking(Map.of(where, value.asText()));
    }

    private static URI address(URI page, String written) throws Refused {
        try {
            URI next = page.resolve(written.startsWith("?") ? page.getRawPath() + written : written);
            if (!Url.isSameHost(page, next)) {
                throw new Refused("its next page is at another host, " + next.getHost());
            }
            return Url.at(page, next);
        } catch (IllegalArgumentException noAddress) {
            throw new Refused("the address of its next page is none");
        }
    }

    private List<JsonNode> items(JsonNode tree) throws Refused {
        JsonNode found = JsonPath.find(tree, listing.items());
        if (listing.single()) {
            return found.isMissingNode() || found.isNull() ? List.of() : List.of(found);
        }
        if (found.isNull()) {
            return List.of();
        }
        if (!found.isArray()) {
            throw new Refused("there is no list at " + listing.items() + " in its answer");
        }
        List<JsonNode> items = new ArrayList<>();
        found.forEach(items::add);
        return items;
    }

    private static Optional<Turn> next(PollPaging paging, Page page, Turn turn, int items, List<List<JsonNode>> pages)
            throws Refused {
        if (page.tree() == null) {
            return Optional.empty();
        }
        boolean saysSo = paging.goesOn().isPresent();
        if (saysSo && !JsonPath.find(page.tree(), paging.goesOn().get()).asBoolean(false)) {
            return Optional.empty();
        }
        Optional<String> lead = lead(paging, page);
        switch (paging.style()) {
            case NEXT -> {
                requireLead(saysSo, lead);
                return lead.map(address -> new Turn(turn.pages() + 1, items, null, address));
            }
            case CURSOR -> {
                requireLead(saysSo, lead);
                return lead.map(cursor -> new Turn(turn.pages() + 1, items, cursor, null));
            }
            default -> {
                Turn further = new Turn(turn.pages() + 1, items, null, null);
                return isLast(paging, page, items, pages) ? Optional.empty() : Optional.of(further);
            }
        }
    }

    private static void requireLead(boolean saysSo, Optional<String> lead) throws Refused {
        if (saysSo && lead.isEmpty()) {
            throw new Refused("it says that there are further pages, and not where");
        }
    }

    private static Optional<String> lead(PollPaging paging, Page page) {
        if (paging.style() == PollPaging.Style.NEXT && paging.from().equalsIgnoreCase("header Link")) {
            return Link.next(page.reply().headers().allValues("Link"));
        }
        if (paging.from().isEmpty()) {
            return Optional.empty();
        }
        JsonNode from = page.tree();
        if (paging.ofLastItem()) {
            if (page.items().isEmpty()) {
                return Optional.empty();
            }
            from = page.items().get(page.items().size() - 1);
        }
        JsonNode found = JsonPath.find(from, paging.from());
        return found.isValueNode() && !found.isNull() && !found.asText().isEmpty() && !found.isBoolean()
                ? Optional.of(found.asText())
                : Optional.empty();
    }

    /**
     * Whether no page follows one that is counted. That it holds fewer items than were asked for proves nothing: a system
     * may give fewer than it is asked for, but not fewer than it gave before.
     */
    private static boolean isLast(PollPaging paging, Page page, int items, List<List<JsonNode>> pages) {
        if (page.items().isEmpty()) {
            return true;
        }
        if (paging.goesOn().isPresent()) {
            return false;
        }
        if (paging.total().isPresent()) {
            JsonNode total = JsonPath.find(page.tree(), paging.total().get());
            if (total.isNumber()) {
                return items >= total.asLong();
            }
        }
        return pages.size() > 1 && page.items().size() < pages.get(0).size();
    }

    /** Where the reading goes on: after so many pages and items, by a value, or at an address. */
    private record Turn(int pages, int items, String cursor, String address) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Turn turn)) {
                return false;
            }
            return cursor == null && address == null
                    ? turn.cursor == null && turn.address == null && pages == turn.pages && items == turn.items
                    : java.util.Objects.equals(cursor, turn.cursor) && java.util.Objects.equals(address, turn.address);
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hash(cursor, address);
        }
    }

    private record Page(URI uri, JsonNode tree, Reply reply, List<JsonNode> items) {}
}
