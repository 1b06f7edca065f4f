package dev.handoff.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces secrets before anything is written. Equal secrets of one run have equal replacements, so that they can still
 * be compared, and no replacement tells the secret.
 */
final class Masking {

    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(authorization|cookie|password|passwd|secret|token|api_?key|access_?key|private_?key|signing_?key"
                    + "|signature(_?\\d+)?|card_?number|cvc|cvv)");
    private static final Pattern IN_ADDRESS =
            Pattern.compile("((?:^|[?&;#])([A-Za-z0-9._\\-]+)=)([^&;#\\s\"'<>]*[^&;#\\s\"'<>.,:!?)\\]}])");
    private static final Pattern IN_AUTHORITY = Pattern.compile("(://[^/\\s:@\"'<>]*:)([^/\\s@\"'<>]+)(?=@)");
    private static final Pattern IN_JSON =
            Pattern.compile("(\"([^\"\\\\\\s]+)\"\\s*:\\s*)(\"(?:[^\"\\\\]++|\\\\.){0,500}+\"?|[^\\s,\"{}\\[\\]]+)");
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+([A-Za-z0-9._~+/\\-]{8,}=*)");
    private static final Pattern CARD = Pattern.compile("(?<![\\w.\\-])"
            + "(?:(?:2[2-7]\\d\\d|[3-6]\\d{3})([ \\-]?)\\d{4}\\1\\d{4}\\1\\d{3,4}"
            + "|3[47]\\d\\d([ \\-])\\d{6}\\2\\d{5}|3[068]\\d\\d([ \\-]?)\\d{6}\\3\\d{4})"
            + "(?![\\w\\-]|\\.\\w)");

    private static final int SHORTEST_CREDENTIALS = "Basic ".length() + 8;
    private static final int FEWEST_CARD_DIGITS = 14;

    private static final String NOT_SHOWN = "a value that is not shown because this field is masked";

    private static final int MOST_NAMES_KEPT = 10_000;

    private final Set<String> further;
    private final SecretKeySpec key;
    private final Map<String, Boolean> secretNames = new ConcurrentHashMap<>();

    Masking(Set<String> further) {
        this.further = further.stream().map(Names::normal).collect(Collectors.toSet());
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    Capture mask(Capture seen) {
        return new Capture(
                seen.system(),
                seen.effect(),
                seen.disposition(),
                seen.earliest(),
                seen.latest(),
                text(seen.summary()),
                mask(seen.properties()),
                mask(seen.content()),
                seen.answerStatus(),
                mask(seen.answer()),
                seen.handoff(),
                mask(seen.sequence()));
    }

    /** A value that is masked tells no order. */
    private Sequence mask(Sequence sequence) {
        return sequence == null
                        || isSecret(sequence.by())
                        || !text(sequence.value()).equals(sequence.value())
                ? null
                : new Sequence(
                        sequence.of(),
                        sequence.by(),
                        sequence.per() == null ? null : text(sequence.per()),
                        sequence.value());
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

    /** What was found in a secret field, or below it, is not written. */
    Checked mask(Checked checked) {
        return !checked.isBroken()
                ? checked
                : Checked.broken(checked.breaches().stream().map(this::mask).toList());
    }

    private Breach mask(Breach breach) {
        boolean secret = JsonPath.names(breach.path()).stream().anyMatch(this::isSecret);
        String observed = breach.observed() == null ? null : secret ? NOT_SHOWN : text(breach.observed());
        return new Breach(breach.path(), breach.rule(), breach.expected(), observed, breach.remark());
    }

    Map<String, String> mask(Map<String, String> properties) {
        Map<String, String> masked = new LinkedHashMap<>();
        properties.forEach((name, value) -> masked.put(name, value(name, value)));
        return masked;
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
            masked = replace(
                    IN_JSON,
                    masked,
                    found -> isSecret(found.group(2))
                            ? found.group(1) + '"' + replacement(unquoted(found.group(3))) + '"'
                            : found.group());
        }
        if (masked.indexOf('=') >= 0) {
            masked = replace(
                    IN_ADDRESS,
                    masked,
                    found -> isSecret(found.group(2)) ? found.group(1) + replacement(found.group(3)) : found.group());
        }
        if (masked.contains("://")) {
            masked = replace(IN_AUTHORITY, masked, found -> found.group(1) + replacement(found.group(2)));
        }
        if (mayHoldCredentials(masked)) {
            masked = replace(
                    CREDENTIALS,
                    masked,
                    found -> isCredentials(found.group(1), found.group(2))
                            ? found.group(1) + " " + replacement(found.group(2))
                            : found.group());
        }
        return digits(masked) < FEWEST_CARD_DIGITS
                ? masked
                : replace(CARD, masked, found -> isCard(found.group()) ? replacement(found.group()) : found.group());
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

    private static boolean mayHoldCredentials(String text) {
        for (int i = 0; i <= text.length() - SHORTEST_CREDENTIALS; i++) {
            char c = text.charAt(i);
            if ((c == 'b' || c == 'B')
                    && (text.regionMatches(true, i, "bearer", 0, 6) || text.regionMatches(true, i, "basic", 0, 5))) {
                return true;
            }
        }
        return false;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            }
        }
        return digits;
    }

    private static String unquoted(String value) {
        return value.replaceAll("^\"|\"$", "");
    }

    /** "Basic subscription" is a product; Basic credentials are a name and a password, after RFC 7617. */
    private static boolean isCredentials(String scheme, String text) {
        if (scheme.equalsIgnoreCase("Bearer")) {
            return true;
        }
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).indexOf(':') >= 0;
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }

    /** A value under its name. */
    String value(String name, String value) {
        return isSecret(name) ? replacement(value) : text(value);
    }

    private String body(Message message) {
        return Bodies.isForm(message.contentType()) ? form(message.text()) : text(message.text());
    }

    private String form(String text) {
        return Stream.of(text.split("&", -1))
                .map(pair -> {
                    int value = pair.indexOf('=') + 1;
                    String name = Bodies.decode(pair.substring(0, Math.max(0, value - 1)));
                    String decoded = Bodies.decode(pair.substring(value));
                    String masked = value(name, decoded);
                    return masked.equals(decoded)
                            ? pair
                            : pair.substring(0, value) + URLEncoder.encode(masked, StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
    }

    private boolean holdsSecret(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (isSecret(field.getKey()) || holdsSecret(field.getValue())) {
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
                object.set(name, isSecret(name) ? secret(value) : tree(value));
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
        return node.isNull() || node.isObject() ? tree(node) : TextNode.valueOf(replacement(node.asText()));
    }

    boolean isSecret(String name) {
        Boolean known = secretNames.get(name);
        if (known != null) {
            return known;
        }
        String normal = Names.normal(name.substring(name.lastIndexOf('.') + 1));
        boolean secret = further.contains(normal) || SECRET_NAME.matcher(normal).matches();
        if (secretNames.size() < MOST_NAMES_KEPT) {
            secretNames.put(name, secret);
        }
        return secret;
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

    private static String replace(Pattern pattern, String text, Function<Matcher, String> replacement) {
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
