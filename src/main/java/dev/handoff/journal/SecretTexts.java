package dev.handoff.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Replaces the secrets that stand in a text, whatever it is the text of. */
final class SecretTexts {

    private static final Pattern IN_ADDRESS =
            Pattern.compile("((?:^|[?&;#])([A-Za-z0-9._\\-]+)=)([^&;#\\s\"'<>]*[^&;#\\s\"'<>.,:!?)\\]}])");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(://[^/\\s:@\"'<>]*:)([^/\\s@\"'<>]+)(?=@)");
    private static final Pattern IN_JSON =
            Pattern.compile("(\"([^\"\\\\\\s]+)\"\\s*:\\s*)(\"(?:[^\"\\\\]++|\\\\.){0,500}+\"?|[^\\s,\"{}\\[\\]]+)");

    private final Secrets secrets;

    SecretTexts(Secrets secrets) {
        this.secrets = secrets;
    }

    /** A text: JSON, addresses with secret parameters, credentials, card numbers. */
    String text(String text) {
        JsonNode tree = startsLikeJson(text) ? Bodies.tree(null, text) : MissingNode.getInstance();
        if (tree.isContainerNode()) {
            JsonNode masked = holdsSecret(tree) ? tree(tree.deepCopy()) : tree;
            return masked.equals(tree) ? text : masked.toString();
        }
        String masked = text;
        if (masked.indexOf('"') >= 0) {
            masked = Matches.replace(
                    IN_JSON,
                    masked,
                    found -> secrets.isSecret(found.group(2))
                            ? found.group(1) + '"' + secrets.replacement(unquoted(found.group(3))) + '"'
                            : found.group());
        }
        if (masked.indexOf('=') >= 0) {
            masked = Matches.replace(
                    IN_ADDRESS,
                    masked,
                    found -> secrets.isSecret(found.group(2))
                            ? found.group(1) + secrets.replacement(found.group(3))
                            : found.group());
        }
        if (masked.contains("://")) {
            masked = Matches.replace(
                    IN_AUTHORITY, masked, found -> found.group(1) + secrets.replacement(found.group(2)));
        }
        masked = Credentials.replaced(masked, secrets::replacement);
        return CardNumbers.replaced(masked, secrets::replacement);
    }

    private static boolean startsLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    private static String unquoted(String value) {
        return value.replaceAll("^\"|\"$", "");
    }

    private boolean holdsSecret(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (secrets.isSecret(field.getKey()) || holdsSecret(field.getValue())) {
                    return true;
                }
            }
            return false;
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                if (holdsSecret(item)) {
                    return true;
                }
            }
            return false;
        }
        return (node.isTextual() || node.isIntegralNumber())
                && !text(node.asText()).equals(node.asText());
    }

    private JsonNode tree(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                object.set(name, secrets.isSecret(name) ? secret(value) : tree(value));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, tree(array.get(i)));
            }
        } else if (node.isTextual() || node.isIntegralNumber()) {
            String masked = text(node.asText());
            return masked.equals(node.asText()) ? node : TextNode.valueOf(masked);
        }
        return node;
    }

    /** A secret value, or a list of them; an object under such a name, a payment's authorization, is no secret itself. */
    private JsonNode secret(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, secret(array.get(i)));
            }
            return array;
        }
        return node.isNull() || node.isObject() ? tree(node) : TextNode.valueOf(secrets.replacement(node.asText()));
    }
}
