package dev.handoff.vocabulary;

import java.util.Optional;

/**
 * How an answer of several pages is read to its end.
 *
 * @param style what leads from one page to the next
 * @param from where that is found: a JSON path of the answer (or of its last item), or {@code header Link}; empty where
 *     pages are counted
 * @param ofLastItem whether the path is one of the page's last item
 * @param as the query parameter that the next page is asked with, or a JSON path of the body
 * @param goesOn the JSON path of what is true as long as there are further pages
 * @param size the query parameter for the number of items in a page
 * @param items so many, if it is said
 * @param total the JSON path of the number of all items
 * @param first the number of the first page, or the offset of the first item
 * @param most pages; a longer answer is none
 * @param fixed whether no item ever changes its place before another that was read, so that one reading shows all
 */
public record PollPaging(
        Style style,
        String from,
        boolean ofLastItem,
        String as,
        Optional<String> goesOn,
        Optional<String> size,
        int items,
        Optional<String> total,
        int first,
        int most,
        boolean fixed) {

    /** What leads from one page to the next. */
    public enum Style {
        /** An address in the answer. */
        NEXT,
        /** A value of the answer that is sent back. */
        CURSOR,
        /** The number of the page. */
        PAGE,
        /** The number of the items before it. */
        OFFSET
    }
}
