package dev.handoff.sandbox.amqp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rabbitmq.client.LongString;
import dev.handoff.sandbox.BodyText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Headers as texts: a list of plain values is several, a nested table is JSON. */
final class HeaderText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private HeaderText() {}

    static Map<String, List<String>> of(Map<String, Object> headers) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        if (headers != null) {
            headers.forEach((name, value) -> texts.put(name, values(value)));
        }
        return texts;
    }

    private static List<String> values(Object value) {
        if (value instanceof List<?> list && list.stream().noneMatch(HeaderText::isNested)) {
            List<String> values = new ArrayList<>(list.size());
            list.forEach(item -> values.add(text(item)));
            return values;
        }
        return List.of(text(value));
    }

    private static boolean isNested(Object value) {
        return value instanceof List || value instanceof Map;
    }

    static String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LongString string) {
            return BodyText.of(string.getBytes(), false);
        }
        if (value instanceof byte[] bytes) {
            return BodyText.of(bytes, false);
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        return isNested(value) ? json(value).toString() : String.valueOf(value);
    }

    private static JsonNode json(Object value) {
        if (value instanceof Map<?, ?> table) {
            ObjectNode object = JSON.objectNode();
            table.forEach((name, each) -> object.set(String.valueOf(name), json(each)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(each -> array.add(json(each)));
            return array;
        }
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return JSON.numberNode(new BigDecimal(number.toString()));
        }
        return JSON.textNode(text(value));
    }
}
