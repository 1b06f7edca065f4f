package dev.handoff.sandbox.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Message;
import java.util.Map;

/** Which messages are an effect. */
record MessageKind(String effect, Map<String, String> where) {

    boolean fits(Message message, String key) {
        JsonNode tree = message.tree();
        return where.entrySet().stream()
                .allMatch(condition -> condition.getValue().equals(value(condition.getKey(), message, tree, key)));
    }

    private static String value(String path, Message message, JsonNode tree, String key) {
        if (path.equals("key")) {
            return key;
        }
        if (path.startsWith("header ")) {
            return message.header(path.substring("header ".length())).orElse(null);
        }
        JsonNode value = JsonPath.find(tree, path);
        return value.isMissingNode() ? null : value.asText();
    }
}
