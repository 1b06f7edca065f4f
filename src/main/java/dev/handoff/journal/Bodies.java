package dev.handoff.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads bodies into trees. */
final class Bodies {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Bodies() {}

    static JsonNode tree(String contentType, String text) {
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        if (isForm(contentType)) {
            return form(text);
        }
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        char first = text.stripLeading().charAt(0);
        if (type.contains("json") || first == '{' || first == '[') {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                return TextNode.valueOf(text);
            }
        }
        return TextNode.valueOf(text);
    }

    static boolean isForm(String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private static JsonNode form(String text) {
        ObjectNode fields = JSON.createObjectNode();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            add(fields, decode(name), TextNode.valueOf(decode(value)));
        }
        return fields;
    }

    /** A field that is sent more than once holds a list. */
    private static void add(ObjectNode fields, String name, TextNode value) {
        if (fields.get(name) instanceof ArrayNode values) {
            values.add(value);
        } else if (fields.has(name)) {
            fields.set(name, fields.arrayNode().add(fields.get(name)).add(value));
        } else {
            fields.set(name, value);
        }
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
