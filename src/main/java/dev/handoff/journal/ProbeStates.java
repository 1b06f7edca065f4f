package dev.handoff.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the probes in this run.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class ProbeStates {

    private final Entries entries;
    private final Scenarios scenarios;
    private final Masking masking;
    private final List<ProbeChanged> changes = new ArrayList<>();

    ProbeStates(Entries entries, Scenarios scenarios, Masking masking) {
        this.entries = entries;
        this.scenarios = scenarios;
        this.masking = masking;
    }

    void changed(String system, boolean up, String detail, Instant since) {
        changes.add(entries.write(
                stamp -> new ProbeChanged(stamp.index(), stamp.at(), system, up, masking.text(detail), since)));
        scenarios.wakeAll();
    }

    List<ProbeChanged> changes() {
        return changes;
    }
}
