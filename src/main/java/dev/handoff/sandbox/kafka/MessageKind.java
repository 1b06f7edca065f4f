package dev.handoff.sandbox.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sequence;
import dev.handoff.vocabulary.SystemSpec;
import java.util.Map;
import java.util.Optional;

/** Which messages are an effect. */
record MessageKind(String effect, Map<String, String> where, Optional<SystemSpec.Sequence> sequence) {

    boolean fits(Message message, String key) {
        JsonNode tree = message.tree();
        return where.entrySet().stream()
                .allMatch(condition -> condition.getValue().equals(value(condition.getKey(), message, tree, key)));
    }

    /** Where a message of this kind stands in its sequence; null when it does not tell. */
    Sequence sequence(Message message, String topic, int partition, String key) {
        if (sequence.isEmpty()) {
            return null;
        }
        JsonNode tree = message.tree();
        String value = scalar(sequence.get().by(), message, tree, key);
        String per = sequence.get().per().orElse(null);
        String within = "partition".equals(per)
                ? String.valueOf(partition)
                : per == null ? null : scalar(per, message, tree, key);
        return value == null || per != null && within == null
                ? null
                : new Sequence(
                        topic + " " + sequence.get().by(),
                        sequence.get().by(),
                        per == null ? null : per + "=" + within,
                        value);
    }

    /** A value that there is; nothing orders no message. */
    private static String scalar(String path, Message message, JsonNode tree, String key) {
        boolean isInValue = path.startsWith("$");
        if (isInValue && !isScalar(JsonPath.find(tree, path))) {
            return null;
        }
        return value(path, message, tree, key);
    }

    private static boolean isScalar(JsonNode node) {
        return node.isTextual() || node.isNumber();
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
