package dev.handoff.run;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link as somebody would write it who has seen another one: one character of its token is replaced by another of its kind.
 * The token is the longest value in the query, or without a query the last part of the path. The character is the first
 * after the token's last dot: where tokens are signed, that is where the signature begins, and the last characters of
 * Base64 may tell nothing.
 */
final class ForgedLink {

    private static final Pattern QUERY_VALUE = Pattern.compile("(?<==)[^&;#]+");
    private static final Pattern LAST_OF_PATH = Pattern.compile("(?<=[^:/]/)[^/#]+(?=/?(?:#.*)?$)");
    private static final Pattern FIRST_TO_CHANGE = Pattern.compile("[A-Za-z0-9](?=[^.]*$)");

    private ForgedLink() {}

    /** None if the link has no token. */
    static Optional<String> of(String link) {
        int query = link.indexOf('?');
        Matcher parts = (query < 0 ? LAST_OF_PATH : QUERY_VALUE).matcher(link);
        if (query >= 0) {
            parts.region(query, link.length());
        }
        return parts.results()
                .max(Comparator.comparingInt(part -> part.end() - part.start()))
                .flatMap(token -> changed(link, token));
    }

    private static Optional<String> changed(String link, MatchResult token) {
        Matcher character = FIRST_TO_CHANGE.matcher(token.group());
        if (!character.find()) {
            return Optional.empty();
        }
        int place = token.start() + character.start();
        return Optional.of(link.substring(0, place) + another(link.charAt(place)) + link.substring(place + 1));
    }

    /** Stays a hexadecimal digit if it is one. */
    private static char another(char c) {
        return switch (c) {
            case '9' -> '0';
            case 'f' -> 'a';
            case 'F' -> 'A';
            case 'z' -> 'g';
            case 'Z' -> 'G';
            default -> (char) (c + 1);
        };
    }
}
