package dev.handoff.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small part of RFC 9535 that names one value: {@code $.customer.id}, {@code $.items[0].sku}, {@code $['a b']}. The
 * leading {@code $.} may be left out.
 */
public final class JsonPath {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]|\\['([^']+)']");

    private JsonPath() {}

    /** The value that a path names; missing when there is none. */
    public static JsonNode find(JsonNode tree, String path) {
        if (tree.has(path)) {
            return tree.get(path);
        }
        JsonNode node = tree;
        Matcher step = STEP.matcher(path.startsWith("$") ? path.substring(1) : path);
        while (step.find()) {
            if (step.group(2) != null) {
                node = node.path(Integer.parseInt(step.group(2)));
            } else {
                node = node.path(step.group(1) == null ? step.group(3) : step.group(1));
            }
        }
        return node;
    }

    /** The names of the fields that a path goes through. */
    public static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        Matcher step = STEP.matcher(path.startsWith("$") ? path.substring(1) : path);
        while (step.find()) {
            if (step.group(2) == null) {
                names.add(step.group(1) == null ? step.group(3) : step.group(1));
            }
        }
        return names;
    }
}
