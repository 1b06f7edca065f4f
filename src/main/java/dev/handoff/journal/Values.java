package dev.handoff.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole values in a delivery, each with the place where it was found first: header values, recipients, the parts of
 * addresses, JSON values and the words of decoded text. A value is never a piece of a longer one.
 */
final class Values {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+\\-]*");
    private static final String INSIDE_WORDS = "._-+@";
    private static final Pattern BETWEEN_CHUNKS = Pattern.compile("[\\s<>\"'(),;]+");
    private static final int TRACEPARENT_LENGTH = 55;
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
    /** What the names of properties begin with that are the parameters by which a system was asked. */
    static final String PARAMETER = "parameter.";

    /** Properties of messages that hold names of things, never amounts. */
    private static final Set<String> NAMES_OF_THINGS = Set.of("key", "routing-key", "correlation-id", "message-id");

    private static final String NUMBER = "\0";
    private static final int SHORTEST = 4;
    private static final int SHORTEST_NUMBER = 6;

    private final Map<String, String> found = new LinkedHashMap<>();
    private final Map<String, String> named = new LinkedHashMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();

    private List<String> tokens;

    private Values() {}

    static Values in(Message content, Map<String, String> properties) {
        Values values = new Values();
        content.headers()
                .forEach((name, all) -> all.forEach(value -> values.named(name, value, "header " + name, false)));
        properties.forEach(
                (name, value) -> values.named(name, value, propertyPlace(name), NAMES_OF_THINGS.contains(name)));
        values.tree(content.tree(), "$");
        values.tokens = Stream.of(values.found, values.named, values.numbers)
                .flatMap(part -> part.keySet().stream())
                .distinct()
                .toList();
        return values;
    }

    /** Where the value of a token stands. */
    String where(String token) {
        return Stream.of(found, named, numbers)
                .filter(part -> part.containsKey(token))
                .map(part -> part.get(token))
                .findFirst()
                .orElse(null);
    }

    /** The value that a token stands for. */
    String value(String token) {
        if (token.startsWith(NUMBER)) {
            return token.substring(NUMBER.length());
        }
        return found.containsKey(token) ? token : token.substring(token.indexOf('=') + 1);
    }

    /** Everything by which an index may find this delivery again. */
    Iterable<String> tokens() {
        return tokens;
    }

    boolean has(String token) {
        return found.containsKey(token) || named.containsKey(token) || numbers.containsKey(token);
    }

    /**
     * The tokens under which a business key is found. A number counts in a field of the key's name and as a part of an
     * address or a text; as the whole of another field it may as well be an amount.
     *
     * @param names of the fields that hold the key
     */
    static List<String> keyTokens(List<String> names, String value) {
        if (isTelling(value) && !isNumber(value)) {
            return List.of(normal(value));
        }
        Stream<String> own = names.stream().map(name -> weak(name, value));
        return (isTelling(value) ? Stream.concat(own, Stream.of(NUMBER + value)) : own)
                .distinct()
                .toList();
    }

    /** The token under which a value that is nobody else's is found wherever it stands. */
    static String token(String name, String value) {
        return isTelling(value) ? normal(value) : weak(name, value);
    }

    /** The token under which a value is found where a system was asked by it, and nowhere else. */
    static String askedBy(String parameter, String value) {
        return parameter + "=" + value;
    }

    private static String weak(String name, String value) {
        return Names.normal(name) + "=" + normal(value);
    }

    private static boolean isTelling(String value) {
        return value.length() >= (isNumber(value) ? SHORTEST_NUMBER : SHORTEST);
    }

    private static boolean isNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isDigit(c) && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static String normal(String value) {
        return value.indexOf('@') > 0 ? value.toLowerCase(Locale.ROOT) : value;
    }

    private void named(String name, String value, String place, boolean wholeNumbers) {
        named.putIfAbsent(weak(lastWord(name), value), place);
        if (name.startsWith(PARAMETER)) {
            named.putIfAbsent(askedBy(name, value), place);
        }
        text(value, place, wholeNumbers);
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String propertyPlace(String name) {
        if (name.startsWith(PARAMETER)) {
            return "parameter :" + name.substring(PARAMETER.length());
        }
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
            text(node.asText(), path.equals("$") ? "text" : path, path.equals("$"));
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

    /** @param wholeNumbers whether a number that is all of the text may be a key */
    private void text(String text, String place, boolean wholeNumbers) {
        add(text, place);
        String all = wholeNumbers ? "" : text.strip();
        if (text.length() == TRACEPARENT_LENGTH) {
            Matcher trace = TRACEPARENT.matcher(text);
            if (trace.matches()) {
                add(trace.group(1), place);
            }
        }
        if (isOneWord(text)) {
            part(withoutStop(text), all, place);
            part(text, all, place);
            return;
        }
        String decoded = text.indexOf('%') >= 0 ? decoded(text) : text;
        Matcher words = WORD.matcher(decoded);
        while (words.find()) {
            part(withoutStop(words.group()), all, place);
        }
        for (String chunk : BETWEEN_CHUNKS.split(decoded)) {
            part(chunk, all, place);
        }
    }

    /** Whether there is nothing in a text that its words or chunks could end at, as in most IDs. */
    private static boolean isOneWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean begins = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!begins && (i == 0 || INSIDE_WORDS.indexOf(c) < 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String withoutStop(String word) {
        int end = word.length();
        while (end > 0 && INSIDE_WORDS.indexOf(word.charAt(end - 1)) >= 0) {
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

    private void part(String value, String all, String place) {
        add(value, place);
        if (isTelling(value) && isNumber(value) && !value.equals(all)) {
            numbers.putIfAbsent(NUMBER + value, place);
        }
    }

    private void add(String value, String place) {
        if (isTelling(value)) {
            found.putIfAbsent(normal(value), place);
        }
    }
}
