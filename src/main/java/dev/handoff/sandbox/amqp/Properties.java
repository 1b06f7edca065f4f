package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import dev.handoff.journal.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The properties of a message that AMQP names, beside its headers. */
final class Properties {

    private static final int PERSISTENT = 2;

    private Properties() {}

    /** Those that a message has. */
    static Map<String, String> of(AMQP.BasicProperties message) {
        Map<String, String> properties = new LinkedHashMap<>();
        put(properties, "message-id", message.getMessageId());
        put(properties, "correlation-id", message.getCorrelationId());
        put(properties, "type", message.getType());
        put(properties, "content-type", message.getContentType());
        put(properties, "content-encoding", message.getContentEncoding());
        put(properties, "app-id", message.getAppId());
        put(properties, "user-id", message.getUserId());
        put(properties, "reply-to", message.getReplyTo());
        put(properties, "timestamp", message.getTimestamp());
        put(properties, "expiration", message.getExpiration());
        put(properties, "priority", message.getPriority());
        return properties;
    }

    private static void put(Map<String, String> properties, String name, Object value) {
        if (value != null) {
            properties.put(name, HeaderText.text(value));
        }
    }

    /**
     * Those of a message of our own, from what a vocabulary says under headers: what has the name of a property is one. A
     * body of JSON is said to be JSON.
     */
    static AMQP.BasicProperties from(Map<String, List<String>> headers, String body) {
        AMQP.BasicProperties.Builder builder = new AMQP.BasicProperties.Builder().deliveryMode(PERSISTENT);
        if (Message.of(Map.of(), null, body).tree().isContainerNode()) {
            builder.contentType("application/json");
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            String first = values.isEmpty() ? "" : values.get(0);
            switch (name.toLowerCase(Locale.ROOT)) {
                case "message-id" -> builder.messageId(first);
                case "correlation-id" -> builder.correlationId(first);
                case "type" -> builder.type(first);
                case "content-type" -> builder.contentType(first);
                case "content-encoding" -> builder.contentEncoding(first);
                case "app-id" -> builder.appId(first);
                case "reply-to" -> builder.replyTo(first);
                case "expiration" -> builder.expiration(first);
                default -> rest.put(name, values.size() == 1 ? first : values);
            }
        });
        return builder.headers(rest).build();
    }
}
