package dev.handoff.sandbox.poll;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Link} header.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
final class Link {

    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[^\\s=;,\"]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s;,\"]+))?)*)");
    private static final Pattern RELATION = Pattern.compile("(?i);\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;,\"]+))");

    private Link() {}

    /** The address of the next page, as written; relative to that of the page. */
    static Optional<String> next(List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                Matcher relation = RELATION.matcher(link.group(2));
                if (relation.find() && isNext(relation.group(1) == null ? relation.group(2) : relation.group(1))) {
                    return Optional.of(link.group(1));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNext(String relations) {
        return List.of(relations.toLowerCase(java.util.Locale.ROOT).split("\\s+"))
                .contains("next");
    }
}
