package dev.handoff.report.html;

import dev.handoff.journal.Entry;
import dev.handoff.journal.Looked;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The times in which a scenario came to rest, or did not, each from the last thing that belongs to it. */
final class Quiet {

    private Quiet() {}

    /** One mark for each time of rest, however many expectations rest on it. */
    static List<Mark> of(Snapshot snapshot, Collection<Looked> looks) {
        Map<Double, Mark> byBeginning = new LinkedHashMap<>();
        looks.stream()
                .filter(look -> look.settlement().state() != Settlement.State.OPEN)
                .sorted(Comparator.comparing(Looked::at))
                .map(look -> mark(snapshot, look))
                .forEach(mark -> byBeginning.put(mark.from(), mark));
        return List.copyOf(byBeginning.values());
    }

    private static Mark mark(Snapshot snapshot, Looked look) {
        Instant start = snapshot.started().at();
        Settlement settlement = look.settlement();
        Instant end = settlement.upTo() == null ? look.at() : settlement.upTo();
        Instant last = snapshot.own()
                .filter(entry -> entry.index() < look.index() && !entry.at().isAfter(end))
                .map(Entry::at)
                .reduce(start, (one, other) -> other.isAfter(one) ? other : one);
        boolean settled = settlement.state() == Settlement.State.SETTLED;
        String evidence = String.join("; ", settlement.evidence());
        return new Mark(
                settled ? Sign.REST : Sign.UNREST,
                seconds(start, last),
                seconds(start, end),
                settled ? "at rest" : "not at rest",
                settled ? evidence : "not at rest: " + evidence,
                "#" + look.index() + " " + (settled ? "at rest: " : "not at rest after the longest wait: ") + evidence,
                false);
    }

    private static double seconds(Instant start, Instant at) {
        return Duration.between(start, at).toNanos() / 1e9;
    }
}
