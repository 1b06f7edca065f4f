package dev.handoff.recording;

import dev.handoff.journal.Breach;
import dev.handoff.journal.Checked;
import dev.handoff.journal.Leftover;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What no scenario of a run was judged by: how much there is for each reason, and the first of it. Thread-safe. */
public final class Leftovers {

    /** How many are kept in memory for each reason; {@code strays.txt} has all. */
    public static final int MOST = 50;

    private final Map<Leftover.Why, Integer> counts = new EnumMap<>(Leftover.Why.class);
    private final Map<Leftover.Why, List<Leftover>> first = new EnumMap<>(Leftover.Why.class);

    public synchronized void add(Leftover leftover) {
        counts.merge(leftover.why(), 1, Integer::sum);
        if (leftover.why() == Leftover.Why.OF_ANOTHER_RUN) {
            return;
        }
        List<Leftover> kept = first.computeIfAbsent(leftover.why(), none -> new ArrayList<>());
        if (kept.size() < MOST) {
            kept.add(leftover);
        }
    }

    public synchronized int count(Leftover.Why why) {
        return counts.getOrDefault(why, 0);
    }

    /** The first few. */
    public synchronized List<Leftover> first(Leftover.Why why) {
        return List.copyOf(first.getOrDefault(why, List.of()));
    }

    /** Whether there is nothing to show. */
    public synchronized boolean isEmpty() {
        return first.isEmpty();
    }

    /** In a line, as {@code strays.txt} has it. */
    static String line(Leftover leftover) {
        String what = "#" + leftover.captured().index() + " "
                + leftover.captured().at() + " " + leftover.captured().label() + ", "
                + leftover.captured().summary() + ": ";
        StringBuilder line = new StringBuilder(what + reason(leftover));
        line.append(broken("", leftover.captured().contract()));
        leftover.changes().forEach(change -> line.append(broken("since #" + change.index() + " ", change.contract())));
        return line.toString().replaceAll("\\R", " ");
    }

    private static String broken(String since, Checked contract) {
        return contract == null || !contract.isBroken()
                ? ""
                : "; " + since + "breaks its contract: "
                        + contract.breaches().stream().map(Breach::words).collect(Collectors.joining("; "));
    }

    private static String reason(Leftover leftover) {
        return switch (leftover.why()) {
            case FITS_NONE -> "fits no scenario";
            case FITS_SEVERAL ->
                "fits " + leftover.claims().size() + " scenarios, \""
                        + String.join("\", \"", leftover.scenarios()) + "\", "
                        + leftover.claims().get(0);
            case CAME_AFTER_THE_END ->
                "came after the end of \""
                        + leftover.scenarios().get(0) + "\", "
                        + leftover.claims().get(0);
            case OF_ANOTHER_RUN ->
                "is of " + leftover.scenarios().get(0) + ", "
                        + leftover.claims().get(0);
        };
    }
}
