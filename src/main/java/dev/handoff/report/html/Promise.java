package dev.handoff.report.html;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.journal.Looked;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An expectation and the time that it is about, in seconds since the scenario's start.
 *
 * @param from where its window opens
 * @param to where its window closes; for one without a window when it was judged
 * @param judged when it was judged
 */
record Promise(Outcome outcome, double from, double to, double judged, String text, String title) {

    static List<Promise> of(Snapshot snapshot, List<Judged> judged, Map<Long, Looked> looks) {
        return judged.stream()
                .map(one -> of(snapshot, one, looks.get(one.look())))
                .toList();
    }

    private static Promise of(Snapshot snapshot, Judged judged, Looked look) {
        Instant start = snapshot.started().at();
        Instant at = look == null ? snapshot.taken() : look.at();
        Expectation expectation = judged.expectation();
        Duration within = expectation.statement().within();
        Instant acted = acted(snapshot, judged.look());
        boolean whole = isAboutTheWholeScenario(expectation.statement());
        Instant from = whole ? start : acted;
        Instant to = within.isZero() ? at : acted.plus(within);
        String text = expectation.statement() instanceof Statement.ContractsKept
                ? "every payload keeps its contract"
                : expectation.source().text();
        String title = judged.verdict().outcome() + ": " + text + " ("
                + expectation.source().feature() + ":"
                + expectation.source().line() + "), observed: "
                + judged.verdict().observed() + decidedBy(judged) + ", judged by #" + judged.look();
        return new Promise(
                judged.verdict().outcome(), seconds(start, from), seconds(start, to), seconds(start, at), text, title);
    }

    private static String decidedBy(Judged judged) {
        return judged.verdict().decidedBy().isEmpty()
                ? ""
                : judged.verdict().decidedBy().stream()
                        .map(entry -> "#" + entry)
                        .collect(Collectors.joining(", ", ", decided by ", ""));
    }

    /** When the last request of the action before a look left: there windows open. */
    private static Instant acted(Snapshot snapshot, long look) {
        return new Snapshot(
                        snapshot.started(),
                        snapshot.entries().stream()
                                .filter(entry -> entry.index() < look)
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        snapshot.looked())
                .acted();
    }

    private static boolean isAboutTheWholeScenario(Statement statement) {
        if (statement instanceof Statement.Counts counts) {
            return counts.windowStated() && counts.counts().stream().allMatch(count -> count.min() == 0);
        }
        return statement instanceof Statement.NothingElse
                || statement instanceof Statement.NotBefore
                || statement instanceof Statement.ContractsKept;
    }

    private static double seconds(Instant start, Instant at) {
        return Duration.between(start, at).toNanos() / 1e9;
    }
}
