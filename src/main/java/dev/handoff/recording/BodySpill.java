package dev.handoff.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.handoff.journal.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Bodies over 64 KiB lie beside the journal, named by their SHA-256. */
final class BodySpill {

    private static final int LARGEST_INLINE = 64 * 1024;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    private BodySpill() {}

    /** Writes a message, and its body beside it when that is large. */
    static final class Writer extends StdSerializer<Message> {
        private final transient Path bodies;

        Writer(Path bodies) {
            super(Message.class);
            this.bodies = bodies;
        }

        @Override
        public void serialize(Message message, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            if (!message.headers().isEmpty()) {
                json.writeObjectField("headers", message.headers());
            }
            if (message.contentType() != null) {
                json.writeStringField("contentType", message.contentType());
            }
            byte[] body = message.text().length() * 3L < LARGEST_INLINE
                    ? null
                    : message.text().getBytes(StandardCharsets.UTF_8);
            if (body == null || body.length <= LARGEST_INLINE) {
                json.writeStringField("text", message.text());
            } else {
                json.writeStringField("textSha256", keep(body));
            }
            if (message.cutAt() > 0) {
                json.writeNumberField("cutAt", message.cutAt());
            }
            json.writeEndObject();
        }

        private String keep(byte[] body) throws IOException {
            String name = sha256(body);
            Path file = bodies.resolve(name);
            if (!Files.exists(file)) {
                Files.createDirectories(bodies);
                Files.write(file, body);
            }
            return name;
        }
    }

    /** Reads a message, and its body from beside it when it lies there. */
    static final class Reader extends StdDeserializer<Message> {
        private final transient Path bodies;

        Reader(Path bodies) {
            super(Message.class);
            this.bodies = bodies;
        }

        @Override
        public Message deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode json = parser.readValueAsTree();
            Map<String, List<String>> headers = new LinkedHashMap<>();
            json.path("headers").properties().forEach(header -> {
                List<String> values = new ArrayList<>();
                header.getValue().forEach(value -> values.add(value.asText()));
                headers.put(header.getKey(), values);
            });
            String text = json.has("textSha256")
                    ? body(json.get("textSha256").asText())
                    : json.path("text").asText();
            return new Message(
                    headers,
                    json.has("contentType") ? json.get("contentType").asText() : null,
                    text,
                    json.path("cutAt").asLong());
        }

        private String body(String name) throws IOException {
            if (!SHA_256.matcher(name).matches()) {
                throw new IOException("a body is named by its SHA-256, not " + name);
            }
            return Files.readString(bodies.resolve(name));
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
