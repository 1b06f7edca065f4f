package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths of endpoints: segments may be {@code {name}}, the last may be {@code *}. */
final class PathPatterns {

    private static final String ALLOWED = "a path such as /refunds, /refunds/{id} or /refunds/*";

    private PathPatterns() {}

    /** The names in it, or nothing if it is no path. */
    static Optional<List<String>> names(Value value, String written) {
        String path = written.strip();
        if (!path.startsWith("/") || path.matches(".*[\\s?#].*")) {
            return bad(value, path, "must be " + ALLOWED + ", without a host, a query or spaces");
        }
        List<String> names = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            if (segment.equals("*")) {
                if (i < segments.length - 1) {
                    return bad(value, path, "has a * before its end; only the last segment may be *");
                }
            } else if (segment.matches("\\{[A-Za-z_][A-Za-z0-9_-]*}")) {
                String name = segment.substring(1, segment.length() - 1);
                if (names.contains(name)) {
                    return bad(value, path, "has the segment {" + name + "} twice");
                }
                names.add(name);
            } else if (segment.matches(".*[{}*].*")) {
                return bad(
                        value, path, "has the segment " + Words.quoted(segment) + "; a segment is a text, {name} or *");
            }
        }
        return Optional.of(names);
    }

    /** Two paths that fit the same requests are the same text. */
    static String withoutNames(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static Optional<List<String>> bad(Value value, String path, String complaint) {
        value.problem("the path " + Words.quoted(path) + " of " + value.what() + " " + complaint);
        return Optional.empty();
    }
}
