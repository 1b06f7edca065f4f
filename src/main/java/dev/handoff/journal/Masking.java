package dev.handoff.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces secrets before anything is written. Equal secrets of one run have equal replacements, so that they can still
 * be compared, and no replacement tells the secret.
 */
final class Masking {

    private static final Pattern SECRET_NAME = Pattern.compile(
            "(.*_)?(authorization|cookie|password|passwd|secret|token|api_key|access_key|private_key|signing_key"
                    + "|card_number|cvc|cvv)");
    private static final Pattern IN_ADDRESS = Pattern.compile("([?&;]([A-Za-z0-9._\\-]+)=)([^&;#\\s\"'<>]+)");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+([A-Za-z0-9._~+/\\-]{8,}=*)");
    private static final Pattern CARD =
            Pattern.compile("(?<![\\w.\\-])[3-6]\\d{3}([ \\-]?)\\d{4}\\1\\d{4}\\1\\d{3,4}(?![\\w.\\-])");

    private final Set<String> further;
    private final SecretKeySpec key;

    Masking(Set<String> further) {
        this.further = further.stream().map(Names::normal).collect(Collectors.toSet());
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    Message mask(Message message) {
        if (message == null) {
            return null;
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        message.headers()
                .forEach((name, values) -> headers.put(
                        name, values.stream().map(value -> value(name, value)).toList()));
        return message.withHeaders(headers).withText(body(message));
    }

    Map<String, String> mask(Map<String, String> properties) {
        Map<String, String> masked = new LinkedHashMap<>();
        properties.forEach((name, value) -> masked.put(name, value(name, value)));
        return masked;
    }

    /** A free text: addresses with secret parameters, credentials, card numbers. */
    String text(String text) {
        String masked = replace(
                IN_ADDRESS,
                text,
                found -> isSecret(found.group(2)) ? found.group(1) + replacement(found.group(3)) : found.group());
        masked = replace(BEARER, masked, found -> found.group(1) + " " + replacement(found.group(2)));
        return replace(CARD, masked, found -> isCard(found.group()) ? replacement(found.group()) : found.group());
    }

    private String value(String name, String value) {
        return isSecret(name) ? replacement(value) : text(value);
    }

    private String body(Message message) {
        JsonNode tree = message.tree();
        if (!tree.isContainerNode()) {
            return text(message.text());
        }
        JsonNode masked = tree(tree.deepCopy());
        return masked.equals(tree) ? message.text() : masked.toString();
    }

    private JsonNode tree(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                object.set(
                        name,
                        value.isValueNode() && !value.isNull() && isSecret(name)
                                ? TextNode.valueOf(replacement(value.asText()))
                                : tree(value));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, tree(array.get(i)));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(text(node.asText()));
        }
        return node;
    }

    private boolean isSecret(String name) {
        String normal = Names.normal(name.substring(name.lastIndexOf('.') + 1));
        return further.contains(normal) || SECRET_NAME.matcher(normal).matches();
    }

    private String replacement(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return "masked-" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String replace(
            Pattern pattern, String text, java.util.function.Function<Matcher, String> replacement) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder result = null;
        while (matcher.find()) {
            if (result == null) {
                result = new StringBuilder();
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement.apply(matcher)));
        }
        return result == null ? text : matcher.appendTail(result).toString();
    }

    private static boolean isCard(String text) {
        String digits = text.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
