package dev.handoff.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Finds the credentials of HTTP in a text, {@code Bearer …} and {@code Basic …}. */
final class Credentials {

    private static final Pattern CREDENTIALS = Pattern.compile("(?i)\\b(Bearer|Basic)\\s+([A-Za-z0-9._~+/\\-]{8,}=*)");

    private static final int SHORTEST = "Basic ".length() + 8;

    private Credentials() {}

    static String replaced(String text, UnaryOperator<String> replacement) {
        return mayHoldSome(text)
                ? Matches.replace(
                        CREDENTIALS,
                        text,
                        found -> isCredentials(found.group(1), found.group(2))
                                ? found.group(1) + " " + replacement.apply(found.group(2))
                                : found.group())
                : text;
    }

    private static boolean mayHoldSome(String text) {
        for (int i = 0; i <= text.length() - SHORTEST; i++) {
            char c = text.charAt(i);
            if ((c == 'b' || c == 'B')
                    && (text.regionMatches(true, i, "bearer", 0, 6) || text.regionMatches(true, i, "basic", 0, 5))) {
                return true;
            }
        }
        return false;
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
}
