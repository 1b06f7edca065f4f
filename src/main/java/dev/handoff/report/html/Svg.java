package dev.handoff.report.html;

import java.util.Locale;
import java.util.regex.Pattern;

/** A picture in the making, an element a line. Whatever text it is given stays text. */
final class Svg {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]+");

    private final StringBuilder out = new StringBuilder();

    /** What follows, up to {@link #end()}, shows this text under the pointer. */
    Svg group(String title) {
        out.append("<g><title>").append(escaped(title)).append("</title>\n");
        return this;
    }

    Svg end() {
        out.append("</g>\n");
        return this;
    }

    /** An element with attributes, given in pairs of a name and a text or a number. */
    Svg shape(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1] instanceof Number number
                    ? number(number.doubleValue())
                    : escaped(String.valueOf(attributes[i + 1]));
            out.append(' ').append(attributes[i]).append("=\"").append(value).append('"');
        }
        out.append("/>\n");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String looks) {
        return shape("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", looks);
    }

    Svg text(double x, double y, String looks, String text) {
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" class=\"")
                .append(looks)
                .append("\">")
                .append(escaped(text))
                .append("</text>\n");
        return this;
    }

    Svg add(Svg other) {
        out.append(other.out);
        return this;
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return Html.escape(UNPRINTABLE.matcher(text).replaceAll(" "));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
