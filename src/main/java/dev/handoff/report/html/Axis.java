package dev.handoff.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where on the picture a moment stands.
 *
 * @param seconds from the scenario's start, at the left, to the right end
 */
record Axis(double seconds) {

    static final double WIDTH = 1240;
    static final double LEFT = 168;
    static final double RIGHT = 1224;

    private static final int MOST_TICKS = 11;
    private static final double SHORTEST = 0.01;
    private static final double ALMOST = 1e-9;

    Axis {
        seconds = Math.max(seconds, SHORTEST);
    }

    /** The place of a moment, or the end of the picture that it lies beyond. */
    double x(double moment) {
        return LEFT + Math.min(Math.max(moment, 0), seconds) / seconds * (RIGHT - LEFT);
    }

    boolean reaches(double moment) {
        return moment <= seconds;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step() <= seconds + ALMOST; i++) {
            ticks.add(i * step());
        }
        return ticks;
    }

    String label(double tick) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step()) - ALMOST));
        return String.format(Locale.ROOT, "%." + decimals + "f s", tick);
    }

    private double step() {
        double power = Math.pow(10, Math.floor(Math.log10(seconds / MOST_TICKS)));
        for (int factor : new int[] {1, 2, 5}) {
            if (seconds / (factor * power) <= MOST_TICKS) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
