package dev.handoff.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Headers and a body as they were captured.
 *
 * @param headers by name as sent; names are compared without regard to case
 * @param contentType as sent; null when not said
 * @param text the body; binary ones as Base64
 * @param cutAt the number of bytes after which the body was cut; 0 when it is whole
 */
public record Message(Map<String, List<String>> headers, String contentType, String text, long cutAt) {

    public static final Message EMPTY = new Message(Map.of(), null, "", 0);

    public Message {
        headers = headers == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        text = text == null ? "" : text;
    }

    public static Message of(Map<String, List<String>> headers, String contentType, String text) {
        return new Message(headers, contentType, text, 0);
    }

    /** A body of JSON without headers. */
    public static Message json(JsonNode body) {
        return new Message(Map.of(), "application/json", body.toString(), 0);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** The body as a tree: JSON as such, a form as an object of its fields, anything else as a text. */
    @JsonIgnore
    public JsonNode tree() {
        return Bodies.tree(contentType, text);
    }

    Message withText(String newText) {
        return new Message(headers, contentType, newText, cutAt);
    }

    Message withHeaders(Map<String, List<String>> newHeaders) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        newHeaders.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        return new Message(copy, contentType, text, cutAt);
    }
}
