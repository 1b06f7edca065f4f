package dev.handoff.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The marks of a lane in rows. Where there are more than can be read, those that matter have their labels, others stand
 * below without, and what finds no room there either is counted.
 */
final class Arrangement {

    private static final int MOST_ROWS = 8;
    private static final int MOST_CROWDED_ROWS = 4;
    private static final double HALF = Sign.SIZE / 2;
    private static final double CROWDED = 3;

    private final Axis axis;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Mark> unlabelled = new ArrayList<>();
    private final List<Mark> left = new ArrayList<>();
    private final Rows labelled = new Rows(MOST_ROWS);
    private final Rows crowded = new Rows(MOST_CROWDED_ROWS);

    private Arrangement(Axis axis) {
        this.axis = axis;
    }

    static Arrangement of(Lane lane, Axis axis) {
        List<Mark> inTime = lane.marks().stream()
                .sorted(Comparator.comparingDouble(Mark::from))
                .toList();
        Arrangement all = new Arrangement(axis);
        if (inTime.stream().allMatch(all::label)) {
            return all;
        }
        Arrangement some = new Arrangement(axis);
        inTime.stream()
                .sorted(Comparator.comparing(mark -> !mark.matters()))
                .filter(mark -> !some.label(mark))
                .forEach(some::crowd);
        return some;
    }

    private boolean label(Mark mark) {
        double from = axis.x(mark.from());
        double to = axis.x(mark.to());
        double width = Label.width(mark.label()) + 4;
        Placed.Side side = side(mark, from, to, width);
        OptionalInt row = labelled.place(
                from - HALF - (side == Placed.Side.LEFT ? width : 0),
                to + HALF + (side == Placed.Side.RIGHT ? width : 0));
        row.ifPresent(free -> placed.add(new Placed(mark, free, side)));
        return row.isPresent();
    }

    private static Placed.Side side(Mark mark, double from, double to, double width) {
        boolean fits = to - from > width + Sign.SIZE;
        if (fits && mark.sign().isBox()) {
            return Placed.Side.INSIDE;
        }
        if (to + HALF + width <= Axis.RIGHT) {
            return Placed.Side.RIGHT;
        }
        return fits && from - HALF - width < Axis.LEFT ? Placed.Side.INSIDE : Placed.Side.LEFT;
    }

    private void crowd(Mark mark) {
        OptionalInt row = crowded.place(axis.x(mark.from()) - CROWDED, axis.x(mark.to()) + CROWDED);
        if (row.isPresent()) {
            placed.add(new Placed(mark, labelled.used() + row.getAsInt(), Placed.Side.NONE));
            unlabelled.add(mark);
        } else {
            left.add(mark);
        }
    }

    List<Placed> placed() {
        return placed;
    }

    int rows() {
        return labelled.used() + crowded.used();
    }

    /** What is to be said of marks that have no label, or no place. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!unlabelled.isEmpty()) {
            notes.add("and " + unlabelled.size() + " without a label: " + counted(unlabelled));
        }
        if (!left.isEmpty()) {
            notes.add("and " + left.size() + " more: " + counted(left));
        }
        return notes;
    }

    private static String counted(List<Mark> marks) {
        Map<String, Long> kinds =
                marks.stream().collect(Collectors.groupingBy(Mark::kind, LinkedHashMap::new, Collectors.counting()));
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " × " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}
