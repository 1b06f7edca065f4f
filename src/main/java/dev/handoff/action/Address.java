package dev.handoff.action;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An absolute address as it is sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986">RFC 3986</a>
 */
final class Address {

    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private Address() {}

    /** An address with further query parameters; what is encoded stays as it is, and the rest is encoded. */
    static String of(String address, Map<String, String> query) {
        String encoded = legal(address);
        if (query.isEmpty()) {
            return encoded;
        }
        String parameters = query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return encoded + (encoded.contains("?") ? "&" : "?") + parameters;
    }

    /** A text as part of a query or a form. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String legal(String address) {
        StringBuilder legal = new StringBuilder();
        address.codePoints().forEach(point -> {
            boolean isLegal = point < 128 && (Character.isLetterOrDigit(point) || LEGAL.indexOf(point) >= 0);
            String character = Character.toString(point);
            legal.append(isLegal ? character : encode(character).replace("+", "%20"));
        });
        return legal.toString();
    }
}
