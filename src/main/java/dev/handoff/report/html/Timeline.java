package dev.handoff.report.html;

import dev.handoff.journal.Looked;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a scenario did and saw, as a picture: a lane for the actions and one for each system, below them what was promised
 * and when. A page that stands for itself: it loads nothing, runs nothing, and what was captured is never markup in it.
 */
public final class Timeline {

    private static final double ROW = 18;
    private static final double PROMISE = 24;
    private static final double PADDING = 6;
    private static final int MOST_PROMISES = 40;
    private static final int LONGEST_PROMISE = 150;
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_NOTE = 150;

    private final Axis axis;
    private final Svg front = new Svg();
    private final Svg back = new Svg();
    private double y;

    private Timeline(Axis axis) {
        this.axis = axis;
    }

    /**
     * The picture.
     *
     * @param snapshot the last look at the scenario
     * @param looks those at which it was judged
     */
    public static String html(Snapshot snapshot, List<Judged> judged, Collection<Looked> looks) {
        return Page.of(snapshot.started().name(), svg(snapshot, judged, looks));
    }

    private static String svg(Snapshot snapshot, List<Judged> judged, Collection<Looked> looks) {
        Map<Long, Looked> byIndex =
                looks.stream().collect(Collectors.toMap(Looked::index, Function.identity(), (one, same) -> one));
        List<Lane> lanes = new ArrayList<>(Lanes.of(snapshot, judged));
        List<Mark> rest = Quiet.of(snapshot, byIndex.values());
        if (!rest.isEmpty()) {
            lanes.add(new Lane("at rest", rest));
        }
        List<Promise> promises = Promise.of(snapshot, judged, byIndex);
        Timeline timeline = new Timeline(axis(snapshot, lanes));
        timeline.heading(snapshot, judged, lanes);
        timeline.ticks();
        double top = timeline.y;
        lanes.forEach(timeline::lane);
        timeline.promises(promises);
        timeline.grid(top, rest);
        timeline.ticks();
        return timeline.picture();
    }

    private static Axis axis(Snapshot snapshot, List<Lane> lanes) {
        double looked =
                Duration.between(snapshot.started().at(), snapshot.taken()).toNanos() / 1e9;
        return new Axis(lanes.stream()
                .flatMap(lane -> lane.marks().stream())
                .mapToDouble(Mark::to)
                .reduce(looked, Math::max));
    }

    private void heading(Snapshot snapshot, List<Judged> judged, List<Lane> lanes) {
        front.text(8, 20, "n", Label.shortened(snapshot.started().name(), 110));
        front.text(
                8,
                37,
                "m",
                snapshot.started().feature() + ":" + snapshot.started().line()
                        + ", times in seconds since the scenario began" + beside(snapshot, judged));
        y = 50;
        legend(lanes);
    }

    private void legend(List<Lane> lanes) {
        Legend legend = new Legend(front, y);
        signs(lanes).forEach(legend::add);
        if (lanes.stream().flatMap(lane -> lane.marks().stream()).anyMatch(Mark::named)) {
            legend.add(
                    "named in a finding",
                    (x, middle) -> front.shape("circle", "cx", x, "cy", middle, "r", 8, "class", "r"));
        }
        legend.add("window, and when it was judged", (x, middle) -> front.line(x - 7, middle, x + 7, middle, "ms")
                .shape("circle", "cx", x + 4, "cy", middle, "r", 2.5, "class", "ms"));
        y = legend.bottom() + PADDING;
    }

    private static Collection<Sign> signs(List<Lane> lanes) {
        return lanes.stream()
                .flatMap(lane -> lane.marks().stream())
                .map(Mark::sign)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is on no lane is counted. */
    private static String beside(Snapshot snapshot, List<Judged> judged) {
        long keys = snapshot.own().filter(Lanes::isOnNoLane).count();
        long strays = Lanes.straysNotDrawn(snapshot, judged);
        List<String> parts = new ArrayList<>();
        if (keys > 0) {
            parts.add(keys + (keys == 1 ? " business key learned" : " business keys learned"));
        }
        if (strays > 0) {
            parts.add(strays + (strays == 1 ? " delivery" : " deliveries") + " meanwhile that fit no scenario");
        }
        return parts.isEmpty() ? "" : "; not drawn: " + String.join(", ", parts);
    }

    private void ticks() {
        y += 12;
        for (double tick : axis.ticks()) {
            front.text(axis.x(tick), y, "k", axis.label(tick));
        }
        y += PADDING;
    }

    private void lane(Lane lane) {
        Arrangement arrangement = Arrangement.of(lane, axis);
        double top = y;
        front.text(8, y + PADDING + 12, "n", Label.shortened(lane.name(), LONGEST_NAME));
        for (Placed placed : arrangement.placed()) {
            mark(placed, y + PADDING + ROW * (placed.row() + 0.5));
        }
        y += PADDING + ROW * arrangement.rows();
        for (String note : arrangement.notes()) {
            front.text(Axis.LEFT, y + 12, "m", Label.shortened(note, LONGEST_NOTE));
            y += ROW;
        }
        y += PADDING;
        back.line(0, y, Axis.WIDTH, y, "l");
    }

    private void mark(Placed placed, double middle) {
        Mark mark = placed.mark();
        double from = axis.x(mark.from());
        double to = axis.x(mark.to());
        front.group(mark.title());
        mark.sign().draw(from, to, middle, front);
        if (mark.named()) {
            front.shape("circle", "cx", (from + to) / 2, "cy", middle, "r", 8, "class", "r");
        }
        double beside = Sign.SIZE / 2 + (mark.named() ? 4 : 2);
        switch (placed.side()) {
            case RIGHT -> front.text(to + beside, middle + 4, "b", mark.label());
            case LEFT -> front.text(from - beside, middle + 4, "b z", mark.label());
            case INSIDE -> inside(mark, from, to, middle);
            case NONE -> {}
        }
        front.end();
    }

    /** Upon a box, else on white beside the sign in the middle, or from the beginning if that leaves no room. */
    private void inside(Mark mark, double from, double to, double middle) {
        double width = Label.width(mark.label());
        double beside = (from + to) / 2 + Sign.SIZE / 2 + 2;
        boolean box = mark.sign().isBox();
        double x = box || beside + width > to ? from + 10 : beside;
        if (!box) {
            front.shape("rect", "x", x - 2, "y", middle - 6, "width", width, "height", 12, "fill", "#fff");
        }
        front.text(x, middle + 4, "b", mark.label());
    }

    private void promises(List<Promise> promises) {
        y += PADDING;
        for (Promise promise : promises.stream().limit(MOST_PROMISES).toList()) {
            promise(promise);
        }
        if (promises.size() > MOST_PROMISES) {
            front.text(Axis.LEFT, y + 12, "m", "and " + (promises.size() - MOST_PROMISES) + " more expectations");
            y += ROW;
        }
    }

    private void promise(Promise promise) {
        String looks = promise.outcome().name().toLowerCase(Locale.ROOT);
        double from = axis.x(promise.from());
        double to = axis.x(promise.to());
        double line = y + 19;
        front.group(promise.title());
        front.text(8, y + 17, "v " + looks, promise.outcome().name());
        String text = Label.shortened(promise.text(), LONGEST_PROMISE);
        front.text(Math.max(Axis.LEFT, Math.min(from, Axis.RIGHT - Label.width(text))), y + 13, "b", text);
        front.line(from, line, to, line, looks).line(from, line - 4, from, line + 4, looks);
        if (axis.reaches(promise.to())) {
            front.line(to, line - 4, to, line + 4, looks);
        } else {
            front.shape("path", "d", arrow(to, line), "class", looks);
            front.text(to - 8, line - 4, "m z", "to " + Svg.number(promise.to()) + " s");
        }
        front.shape("circle", "cx", axis.x(promise.judged()), "cy", line, "r", 2.5, "class", looks);
        front.end();
        y += PROMISE;
    }

    private static String arrow(double x, double y) {
        return "M" + Svg.number(x) + " " + Svg.number(y) + "l-7 -4v8Z";
    }

    private void grid(double top, List<Mark> rest) {
        rest.stream().filter(mark -> mark.sign() == Sign.REST).forEach(mark -> {
            double from = axis.x(mark.from());
            back.shape(
                    "rect", "x", from, "y", top, "width", axis.x(mark.to()) - from, "height", y - top, "class", "qb");
        });
        for (double tick : axis.ticks()) {
            back.line(axis.x(tick), top, axis.x(tick), y, "l");
        }
    }

    private String picture() {
        double height = y + PADDING;
        return new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(Svg.number(Axis.WIDTH))
                .append(' ')
                .append(Svg.number(height))
                .append("\">\n")
                .append(Page.PATTERNS)
                .append(back)
                .append(front)
                .append("</svg>\n")
                .toString();
    }
}
