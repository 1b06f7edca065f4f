package shop.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import shop.json.Json;

/** A command or an event; its JSON is the body of an {@link Envelope}. */
public record Message(String id, String type, Integer version, String occurredAt, String correlationId, JsonNode data) {

    public static Message of(String type, String correlationId, Object data) {
        return new Message(
                UUID.randomUUID().toString(), type, 1, Instant.now().toString(), correlationId, Json.tree(data));
    }

    public static Message in(Envelope envelope) throws UnreadableMessage {
        try {
            Message message = Json.read(envelope.body(), Message.class);
            if (message == null
                    || message.id == null
                    || message.type == null
                    || message.correlationId == null
                    || message.data == null) {
                throw new UnreadableMessage("id, type, correlationId or data is missing");
            }
            return message;
        } catch (JsonProcessingException e) {
            throw new UnreadableMessage(e.getOriginalMessage());
        }
    }

    public <T> T data(Class<T> type) {
        return Json.convert(data, type);
    }

    /** As an older library would write it. */
    public Message withoutVersion() {
        return new Message(id, type, null, occurredAt, correlationId, data);
    }

    public Envelope on(Channel channel, String key) {
        return new Envelope(channel, key, correlationId, Json.write(this));
    }
}
