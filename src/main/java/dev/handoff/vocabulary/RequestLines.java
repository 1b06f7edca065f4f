package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Methods and targets as users write them: {@code POST /refunds}. */
final class RequestLines {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Pattern LINE = Pattern.compile("(\\S+) +(\\S.*)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern TARGET = Pattern.compile("(/|https?://|\\$\\{)\\S*");
    private static final String ALLOWED = "a method and a path, as in POST /refunds";

    private RequestLines() {}

    /** A request to the application, or to an address. */
    static Optional<RequestLine> read(Value value, Scope scope) {
        Optional<Matcher> parts = parts(value, value.scalar(ALLOWED));
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String target = parts.get().group(2).strip();
        String solid = PLACEHOLDER.matcher(target).replaceAll("\\${}");
        if (!TARGET.matcher(solid).matches()) {
            value.problem("the target " + Words.quoted(target) + " in " + value.what()
                    + " must begin with / or http:// or https:// and have no spaces");
            return Optional.empty();
        }
        Placeholders.check(value, target, scope);
        return Optional.of(new RequestLine(parts.get().group(1), Template.of(target)));
    }

    /** A method and whatever follows, without placeholders. */
    static Optional<Matcher> plain(Value value) {
        return parts(value, value.text(ALLOWED));
    }

    private static Optional<Matcher> parts(Value value, Optional<String> text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = LINE.matcher(text.get().strip());
        if (!parts.matches()) {
            return value.mustBe(ALLOWED);
        }
        String method = parts.group(1);
        if (!METHODS.contains(method)) {
            value.problem(
                    "unknown method " + Words.quoted(method) + " in " + value.what() + Words.known(method, METHODS));
            return Optional.empty();
        }
        return Optional.of(parts);
    }
}
