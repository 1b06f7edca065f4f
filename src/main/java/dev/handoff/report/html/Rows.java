package dev.handoff.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Rows below each other in which nothing lies upon anything else. */
final class Rows {

    private static final double GAP = 5;

    private final int most;
    private final List<List<double[]>> taken = new ArrayList<>();

    Rows(int most) {
        this.most = most;
    }

    /** The first row with room from a place to another; empty when none has. */
    OptionalInt place(double left, double right) {
        for (int row = 0; row < most; row++) {
            if (row == taken.size()) {
                taken.add(new ArrayList<>());
            }
            if (taken.get(row).stream().noneMatch(other -> left < other[1] + GAP && other[0] < right + GAP)) {
                taken.get(row).add(new double[] {left, right});
                return OptionalInt.of(row);
            }
        }
        return OptionalInt.empty();
    }

    int used() {
        return taken.size();
    }
}
