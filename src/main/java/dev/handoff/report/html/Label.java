package dev.handoff.report.html;

/** Texts that must fit beside a mark. */
final class Label {

    private static final double LATIN = 6.1;
    private static final double WIDE = 12;

    private Label() {}

    /** The text itself, or its beginning and a sign that there is more. */
    static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** About how many pixels a label takes, rather too many than too few. */
    static double width(String text) {
        return text.codePoints()
                .mapToDouble(c -> c < 0x1100 || c >= 0x2000 && c < 0x2e80 ? LATIN : WIDE)
                .sum();
    }
}
