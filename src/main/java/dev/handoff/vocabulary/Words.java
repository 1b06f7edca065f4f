package dev.handoff.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** How messages quote and list what they speak of. */
final class Words {

    private static final int LONGEST_QUOTE = 100;

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n]\\s*|\\p{Cntrl}");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("://[^/@\\s]+@");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&;\\s]+");

    private Words() {}

    /** In double quotes, on one line, cut when very long, without the secrets of an address. */
    static String quoted(String text) {
        String open = LINE_BREAK.matcher(text).replaceAll(" ");
        String line = PASSWORD.matcher(USER_IN_ADDRESS.matcher(open).replaceAll("://***@"))
                .replaceAll("$1***");
        return '"' + (line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…") + '"';
    }

    /** {@code a, b or c}. */
    static String either(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The end of a message about an unknown word: the nearest, then all that are known. */
    static String known(String word, Collection<String> known) {
        String hint = Nearest.hint(word, known);
        String all = known.isEmpty() ? "none" : String.join(", ", known);
        return (hint.isEmpty() ? "." : hint) + " Known: " + all;
    }
}
