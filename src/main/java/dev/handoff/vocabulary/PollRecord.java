package dev.handoff.vocabulary;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items of a system's answers that are one effect.
 *
 * @param listing where they are listed
 * @param where JSON paths of an item and the text that each must have
 * @param sequence JSON paths of its sequence, if there is one
 */
public record PollRecord(Listing listing, Map<String, String> where, Optional<SystemSpec.Sequence> sequence) {
    public PollRecord {
        where = Ordered.copyOf(where);
    }

    /**
     * A list of items, asked for as a whole.
     *
     * @param items the JSON path of the list, or of the one item
     * @param single whether it is one item
     * @param id the JSON path, within an item, of what tells it from others; the whole item when absent
     * @param at the JSON path, within an item, of the time at which it came to be, if there is one
     * @param nothing statuses that say that there is none
     */
    public record Listing(
            PollRequest request,
            Optional<PollPaging> paging,
            String items,
            boolean single,
            Optional<String> id,
            Optional<String> at,
            Set<Integer> nothing) {}
}
