package dev.handoff.journal;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what a pattern finds; a text in which it finds nothing is not copied. */
final class Matches {

    private Matches() {}

    static String replace(Pattern pattern, String text, Function<Matcher, String> replacement) {
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
}
