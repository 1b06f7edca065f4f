package dev.handoff.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole values in a delivery, each with the place where it was found first: header values, recipients, the parts of
 * addresses, JSON values and the words of decoded text. A value is never a piece of a longer one.
 */
final class Values {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+\\-]*");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    private static final int SHORTEST = 4;
    private static final int SHORTEST_NUMBER = 6;

    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, String> named = new LinkedHashMap<>();

    private List<String> tokens;

    private Values() {}

    static Values in(Message content, Map<String, String> properties) {
        Values values = new Values();
        content.headers().forEach((name, all) -> all.forEach(value -> values.named(name, value, "header " + name)));
        properties.forEach((name, value) -> values.named(name, value, propertyPlace(name)));
        values.tree(content.tree(), "$");
        values.tokens = Stream.concat(values.found.keySet().stream(), values.named.keySet().stream())
                .distinct()
                .toList();
        return values;
    }

    static Values in(Message content) {
        return in(content, Map.of());
    }

    /** Where the value of a token stands. */
    String where(String token) {
        return found.getOrDefault(token, named.get(token));
    }

    /** The value that a token stands for. */
    String value(String token) {
        return found.containsKey(token) ? token : token.substring(token.indexOf('=') + 1);
    }

    /** Everything by which an index may find this delivery again. */
    Iterable<String> tokens() {
        return tokens;
    }

    boolean has(String token) {
        return found.containsKey(token) || named.containsKey(token);
    }

    /** The token under which a key's value is found in an index. */
    static String token(String name, String value) {
        return isTelling(value) ? normal(value) : weak(name, value);
    }

    private static String weak(String name, String value) {
        return Names.normal(name) + "=" + normal(value);
    }

    private static boolean isTelling(String value) {
        boolean number = value.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '-');
        return value.length() >= (number ? SHORTEST_NUMBER : SHORTEST);
    }

    private static String normal(String value) {
        return value.indexOf('@') > 0 ? value.toLowerCase(Locale.ROOT) : value;
    }

    private void named(String name, String value, String place) {
        named.putIfAbsent(weak(lastWord(name), value), place);
        text(value, place);
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String propertyPlace(String name) {
        return name.startsWith("query.") ? "query parameter " + name.substring("query.".length()) : name;
    }

    private void tree(JsonNode node, String path) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                scalar(field.getKey(), field.getValue(), path + "." + field.getKey());
                tree(field.getValue(), path + "." + field.getKey());
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                tree(node.get(i), path + "[" + i + "]");
            }
        } else if (node.isValueNode() && !node.isNull()) {
            text(node.asText(), path.equals("$") ? "text" : path);
        }
    }

    /** A value, or each of a list, under the name of its field. */
    private void scalar(String name, JsonNode node, String path) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                scalar(name, node.get(i), path + "[" + i + "]");
            }
        } else if (node.isValueNode()) {
            named.putIfAbsent(weak(name, node.asText()), path);
        }
    }

    private void text(String text, String place) {
        add(text, place);
        Matcher trace = TRACEPARENT.matcher(text);
        if (trace.matches()) {
            add(trace.group(1), place);
        }
        String decoded = text.indexOf('%') >= 0 ? decoded(text) : text;
        Matcher words = WORD.matcher(decoded);
        while (words.find()) {
            add(withoutStop(words.group()), place);
        }
        for (String chunk : decoded.split("[\\s<>\"'(),;]+")) {
            add(chunk, place);
        }
    }

    private static String withoutStop(String word) {
        int end = word.length();
        while (end > 0 && "._-+@".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /** Percent signs that encode nothing stand for themselves: a mail may say 20% beside an encoded address. */
    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(URLDecoder.decode(found.group(), StandardCharsets.UTF_8)));
    }

    private void add(String value, String place) {
        if (isTelling(value)) {
            found.putIfAbsent(normal(value), place);
        }
    }
}
