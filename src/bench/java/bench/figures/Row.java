package bench.figures;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param other what it is compared with
 * @param ratio ours by the other
 * @param verdict whether the target was reached; empty where there is none
 */
public record Row(String figure, String target, String ours, String other, String ratio, String verdict) {

    /** Something that is only reported. */
    static Row reported(String figure, String ours, String other) {
        return new Row(figure, "", ours, other, "", "");
    }

    /** Something that must not be more than a limit, on its own. */
    static Row atMost(String figure, double limit, String unit, double ours, String other) {
        return new Row(
                figure,
                "at most " + text(limit) + " " + unit,
                text(ours) + " " + unit,
                other,
                "",
                verdict(ours <= limit));
    }

    /** Something that must not be more than a part of what it is compared with. */
    static Row atMostTimes(String figure, double limit, String unit, double ours, double other) {
        return ratio(figure, "at most " + text(limit) + " times", unit, ours, other, ours / other <= limit);
    }

    /** Something that must not be less than a part of what it is compared with. */
    static Row atLeastTimes(String figure, double limit, String unit, double ours, double other) {
        return ratio(figure, "at least " + text(limit) + " times", unit, ours, other, ours / other >= limit);
    }

    /** A comparison without a target. */
    static Row compared(String figure, String unit, double ours, double other) {
        return new Row(figure, "", text(ours) + " " + unit, text(other) + " " + unit, text(ours / other), "");
    }

    private static Row ratio(String figure, String target, String unit, double ours, double other, boolean reached) {
        return new Row(
                figure,
                target,
                text(ours) + " " + unit,
                text(other) + " " + unit,
                text(ours / other),
                verdict(reached));
    }

    static String verdict(boolean reached) {
        return reached ? "reached" : "MISSED";
    }

    static String text(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
