package dev.handoff.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as a system keeps it that drops some of its fields.
 *
 * @param sent as it came
 * @param kept without those fields
 * @param dropped what they held, by path
 */
record Bereft(HttpRequest sent, HttpRequest kept, Map<String, String> dropped) {

    private static final Pattern LAST_STEP = Pattern.compile("(.*?)(?:\\.?([^.\\[\\]]+)|\\[(\\d+)]|\\['([^']+)'])$");

    /** One that is kept whole. */
    static Bereft of(HttpRequest request) {
        return of(request, List.of());
    }

    static Bereft of(HttpRequest request, List<String> fields) {
        Message content = request.content();
        if (fields.isEmpty() || !content.tree().isContainerNode()) {
            return new Bereft(request, request, Map.of());
        }
        JsonNode tree = content.tree().deepCopy();
        Map<String, String> dropped = new LinkedHashMap<>();
        for (String field : fields) {
            JsonNode value = JsonPath.find(tree, field);
            if (!value.isMissingNode()) {
                dropped.put(field, value.isValueNode() ? value.asText() : value.toString());
                remove(tree, field);
            }
        }
        Message kept = new Message(content.headers(), content.contentType(), text(content, tree), content.cutAt());
        return new Bereft(request, new HttpRequest(request.method(), request.path(), request.query(), kept), dropped);
    }

    private static void remove(JsonNode tree, String path) {
        if (tree.has(path)) {
            ((ObjectNode) tree).remove(path);
            return;
        }
        Matcher last = LAST_STEP.matcher(path.startsWith("$") ? path.substring(1) : path);
        if (!last.matches()) {
            return;
        }
        JsonNode parent = last.group(1).isEmpty() ? tree : JsonPath.find(tree, last.group(1));
        if (parent instanceof ObjectNode object) {
            object.remove(last.group(2) == null ? last.group(4) : last.group(2));
        } else if (parent instanceof ArrayNode array && last.group(3) != null) {
            array.remove(Integer.parseInt(last.group(3)));
        }
    }

    private static String text(Message content, JsonNode tree) {
        boolean form = content.contentType() != null && content.contentType().startsWith("application/x-www-form");
        if (!form) {
            return tree.toString();
        }
        List<String> pairs = new ArrayList<>();
        tree.properties().forEach(field -> (field.getValue().isArray() ? field.getValue() : List.of(field.getValue()))
                .forEach(value -> pairs.add(encoded(field.getKey()) + "=" + encoded(value.asText()))));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
