package dev.handoff.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how an answer of several pages is read to its end. */
final class PollPagingReader {

    static final List<String> KEYS =
            List.of("next", "cursor", "as", "page", "offset", "while", "size", "total", "first", "most", "fixed");

    private static final Map<String, PollPaging.Style> STYLES = Map.of(
            "next", PollPaging.Style.NEXT,
            "cursor", PollPaging.Style.CURSOR,
            "page", PollPaging.Style.PAGE,
            "offset", PollPaging.Style.OFFSET);
    private static final String LAST = "last ";
    private static final String NEXT = "a JSON path of the next page's address, such as $.next, or header Link";
    private static final String CURSOR = "a JSON path such as $.next_cursor, or of the page's last item: last $.id";
    private static final int MOST = 20;

    private PollPagingReader() {}

    static Optional<PollPaging> read(Value value) {
        if (value.node() instanceof Node.Scalar scalar && scalar.text().equals("none")) {
            return Optional.empty();
        }
        Section section = Section.of(value, KEYS);
        List<String> styles = List.of("next", "cursor", "page", "offset").stream()
                .filter(section::has)
                .toList();
        if (styles.size() != 1) {
            if (value.isMapping()) {
                value.problem(value.what() + " must have one of next, cursor, page and offset, found "
                        + (styles.isEmpty() ? "none" : String.join(" and ", styles)));
            }
            return Optional.empty();
        }
        String word = styles.get(0);
        PollPaging.Style style = STYLES.get(word);
        Optional<String> from = section.value(word).flatMap(at -> from(style, at));
        boolean counted = style == PollPaging.Style.PAGE || style == PollPaging.Style.OFFSET;
        Optional<String> as = counted ? from : Optional.of("");
        if (style == PollPaging.Style.CURSOR) {
            as = section.required(
                            "as", "it is the parameter that the next page is asked with, or its JSON path in the body")
                    .flatMap(Value::text);
        }
        Optional<Value.Named> size = section.named("size", "a parameter and a number, as in { limit: 100 }").stream()
                .findFirst();
        Optional<Integer> items = size.flatMap(entry -> entry.value().number(1, 100_000));
        PollPaging paging = new PollPaging(
                style,
                counted ? "" : from.orElse("").replaceFirst("^" + LAST, ""),
                !counted && from.orElse("").startsWith(LAST),
                as.orElse(""),
                section.value("while").flatMap(JsonPaths::read),
                size.map(Value.Named::name),
                items.orElse(0),
                section.value("total").flatMap(JsonPaths::read),
                section.value("first")
                        .flatMap(first -> first.number(0, Integer.MAX_VALUE))
                        .orElse(style == PollPaging.Style.PAGE ? 1 : 0),
                section.value("most").flatMap(most -> most.number(1, 1000)).orElse(MOST),
                section.value("fixed").flatMap(Value::truth).orElse(false));
        return from.isPresent() && as.isPresent() ? Optional.of(paging) : Optional.empty();
    }

    private static Optional<String> from(PollPaging.Style style, Value value) {
        return switch (style) {
            case NEXT ->
                value.text(NEXT)
                        .filter(text ->
                                text.equalsIgnoreCase("header Link") || JsonPaths.isPath(text) || wrong(value, NEXT));
            case CURSOR ->
                value.text(CURSOR)
                        .filter(text -> JsonPaths.isPath(text.startsWith(LAST) ? text.substring(LAST.length()) : text)
                                || wrong(value, CURSOR));
            default -> value.text("the name of a query parameter");
        };
    }

    private static boolean wrong(Value value, String allowed) {
        value.mustBe(allowed);
        return false;
    }
}
