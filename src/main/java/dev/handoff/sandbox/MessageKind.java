package dev.handoff.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.JsonPath;
import dev.handoff.journal.Message;
import dev.handoff.journal.Sequence;
import dev.handoff.vocabulary.SystemSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which messages of a broker are an effect. */
public record MessageKind(String effect, Map<String, String> where, Optional<SystemSpec.Sequence> sequence) {

    private static final String HEADER = "header ";
    private static final String PROPERTY = "property ";

    /** The kinds of one system, in the order of its vocabulary. */
    public static List<MessageKind> of(
            Map<String, Map<String, String>> records, Map<String, SystemSpec.Sequence> sequences) {
        return records.entrySet().stream()
                .map(kind -> new MessageKind(
                        kind.getKey(), kind.getValue(), Optional.ofNullable(sequences.get(kind.getKey()))))
                .toList();
    }

    /**
     * Whether a message is of this kind.
     *
     * @param properties what conditions may name beside body and headers: {@code key}, {@code routing-key} …
     */
    public boolean fits(Message message, Map<String, String> properties) {
        return fits(message, properties, where);
    }

    /** The same with some of its conditions only. */
    public static boolean fits(Message message, Map<String, String> properties, Map<String, String> where) {
        JsonNode tree = message.tree();
        return where.entrySet().stream()
                .allMatch(
                        condition -> condition.getValue().equals(value(condition.getKey(), message, tree, properties)));
    }

    /**
     * Where a message of this kind stands in its sequence; null when it does not tell.
     *
     * @param source the topic or exchange whose messages it counts
     */
    public Sequence sequence(Message message, String source, Map<String, String> properties) {
        if (sequence.isEmpty()) {
            return null;
        }
        JsonNode tree = message.tree();
        String by = sequence.get().by();
        String value = scalar(by, message, tree, properties);
        String per = sequence.get().per().orElse(null);
        String within = per == null ? null : scalar(per, message, tree, properties);
        return value == null || per != null && within == null
                ? null
                : new Sequence(source + " " + by, by, per == null ? null : per + "=" + within, value);
    }

    /** A value that there is; nothing orders no message. */
    private static String scalar(String path, Message message, JsonNode tree, Map<String, String> properties) {
        boolean isInValue = path.startsWith("$");
        if (isInValue && !isScalar(JsonPath.find(tree, path))) {
            return null;
        }
        return value(path, message, tree, properties);
    }

    private static boolean isScalar(JsonNode node) {
        return node.isTextual() || node.isNumber();
    }

    private static String value(String path, Message message, JsonNode tree, Map<String, String> properties) {
        if (path.startsWith(HEADER)) {
            return message.header(path.substring(HEADER.length())).orElse(null);
        }
        if (path.startsWith(PROPERTY)) {
            return properties.get(path.substring(PROPERTY.length()));
        }
        if (!path.startsWith("$")) {
            return properties.get(path);
        }
        JsonNode value = JsonPath.find(tree, path);
        return value.isMissingNode() ? null : value.asText();
    }
}
