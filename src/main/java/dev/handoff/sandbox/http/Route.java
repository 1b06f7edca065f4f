package dev.handoff.sandbox.http;

import dev.handoff.vocabulary.SystemSpec.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An end point and the paths that lead to it: segments in braces fit any segment, a last {@code *} fits the rest. */
final class Route {

    private final Endpoint endpoint;
    private final List<String> segments;

    Route(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.segments = split(endpoint.path());
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** The path's parameters, if the request leads here. */
    Optional<Map<String, String>> match(String method, String path) {
        List<String> actual = split(path);
        boolean open = !segments.isEmpty() && segments.get(segments.size() - 1).equals("*");
        int fixed = open ? segments.size() - 1 : segments.size();
        if (!endpoint.method().equals(method) || actual.size() < fixed || !open && actual.size() > fixed) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < fixed; i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{") && segment.endsWith("}")) {
                parameters.put(segment.substring(1, segment.length() - 1), decoded(actual.get(i)));
            } else if (!segment.equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    private static List<String> split(String path) {
        return List.of(path.replaceAll("^/+|/+$", "").split("/"));
    }
}
