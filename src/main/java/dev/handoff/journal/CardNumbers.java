package dev.handoff.journal;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Finds the numbers of payment cards in a text, by their form and their check digit. */
final class CardNumbers {

    private static final Pattern CARD = Pattern.compile("(?<![\\w.\\-])"
            + "(?:(?:2[2-7]\\d\\d|[3-6]\\d{3})([ \\-]?)\\d{4}\\1\\d{4}\\1\\d{3,4}"
            + "|3[47]\\d\\d([ \\-])\\d{6}\\2\\d{5}|3[068]\\d\\d([ \\-]?)\\d{6}\\3\\d{4})"
            + "(?![\\w\\-]|\\.\\w)");

    private static final int FEWEST_DIGITS = 14;

    private CardNumbers() {}

    static String replaced(String text, UnaryOperator<String> replacement) {
        return digits(text) < FEWEST_DIGITS
                ? text
                : Matches.replace(
                        CARD, text, found -> isCard(found.group()) ? replacement.apply(found.group()) : found.group());
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
