package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /** Whether every request that fits the second fits the first; each is a method and a path. */
    static boolean covers(String first, String second) {
        List<String> wide = segments(first);
        List<String> narrow = segments(second);
        boolean open = isOpen(wide);
        int fixed = open ? wide.size() - 1 : wide.size();
        int given = isOpen(narrow) ? narrow.size() - 1 : narrow.size();
        if (open ? given < fixed : isOpen(narrow) || given != fixed) {
            return false;
        }
        return IntStream.range(0, fixed)
                .allMatch(i -> wide.get(i).startsWith("{") || wide.get(i).equals(narrow.get(i)));
    }

    /** The method and the parts of the path. */
    private static List<String> segments(String request) {
        return List.of(request.replaceFirst(" /*", "/").replaceAll("/+$", "").split("/"));
    }

    private static boolean isOpen(List<String> segments) {
        return segments.get(segments.size() - 1).equals("*");
    }

    private static Optional<List<String>> bad(Value value, String path, String complaint) {
        value.problem("the path " + Words.quoted(path) + " of " + value.what() + " " + complaint);
        return Optional.empty();
    }
}
