package dev.handoff.expectation;

import dev.handoff.journal.Entry;
import dev.handoff.journal.ExchangeEnded;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The planned misbehaviours that met a scenario's deliveries, in words. */
final class Faults {

    private final Snapshot snapshot;

    Faults(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Those that met one of these deliveries, or came between the first and the last of them. */
    List<String> on(Set<Long> deliveries) {
        long first = deliveries.stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
        long last = deliveries.stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
        return snapshot.entries().stream()
                .map(entry -> words(entry, deliveries, first, last).map(words -> line(entry, words)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> words(Entry entry, Set<Long> deliveries, long first, long last) {
        if (entry instanceof FaultFired fault
                && (deliveries.contains(fault.captured()) || fault.index() > first && fault.index() < last)) {
            return Optional.of("fault \"" + fault.fault() + "\" of " + fault.system()
                    + (fault.captured() == 0 ? "" : " on #" + fault.captured()));
        }
        return entry instanceof ExchangeEnded ended && deliveries.contains(ended.captured())
                ? Optional.of("the exchange of #" + ended.captured() + " ended: " + ended.how())
                : Optional.empty();
    }

    private String line(Entry entry, String words) {
        return "#" + entry.index() + " +" + Shown.seconds(snapshot.started().at(), entry.at()) + "  " + words;
    }
}
