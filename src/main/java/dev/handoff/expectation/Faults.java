package dev.handoff.expectation;

import dev.handoff.journal.FaultFired;
import dev.handoff.journal.Snapshot;
import java.util.List;
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
        return snapshot.entries(FaultFired.class)
                .filter(fault -> deliveries.contains(fault.captured()) || fault.index() > first && fault.index() < last)
                .map(fault -> "#" + fault.index() + " +"
                        + Shown.seconds(snapshot.started().at(), fault.at()) + "  fault \"" + fault.fault() + "\" of "
                        + fault.system() + (fault.captured() == 0 ? "" : " on #" + fault.captured()))
                .toList();
    }
}
