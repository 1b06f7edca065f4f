package dev.handoff.sandbox.poll;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Addresses as they are sent. */
final class Url {

    private static final String LEGAL = "-._~:/?#[]@!$&'()*+,;=%";

    private Url() {}

    /** A value as a part of an address. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** An address with these query parameters, instead of any of the same name. */
    static String with(String address, Map<String, String> parameters) {
        String legal = legal(address.replaceFirst("#.*", ""));
        if (parameters.isEmpty()) {
            return legal;
        }
        int mark = legal.indexOf('?');
        List<String> query = new ArrayList<>();
        if (mark >= 0) {
            Arrays.stream(legal.substring(mark + 1).split("&"))
                    .filter(part -> !part.isEmpty() && !parameters.containsKey(part.split("=")[0]))
                    .forEach(query::add);
        }
        parameters.forEach((name, value) -> query.add(encode(name) + "=" + encode(value)));
        return (mark < 0 ? legal : legal.substring(0, mark)) + "?" + String.join("&", query);
    }

    /** Whether both are at one host. Which scheme or port a system writes behind a proxy says nothing. */
    static boolean isSameHost(URI one, URI other) {
        return Objects.equals(lower(one.getHost()), lower(other.getHost()));
    }

    private static String lower(String host) {
        return host == null ? null : host.toLowerCase(java.util.Locale.ROOT);
    }

    /** Path and query of one address at the place of another. */
    static URI at(URI place, URI other) {
        String path = other.getRawPath().isEmpty() ? "/" : other.getRawPath();
        return URI.create(place.getScheme() + "://" + place.getRawAuthority() + path
                + (other.getRawQuery() == null ? "" : "?" + other.getRawQuery()));
    }

    private static String legal(String address) {
        StringBuilder legal = new StringBuilder();
        address.codePoints().forEach(point -> {
            boolean isLegal = point < 128 && (Character.isLetterOrDigit(point) || LEGAL.indexOf(point) >= 0);
            legal.append(isLegal ? Character.toString(point) : encode(Character.toString(point)));
        });
        return legal.toString();
    }
}
