package dev.handoff.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A probe proved that it works, or stopped working.
 *
 * @param up whether it records from now on
 * @param detail the proof, or what is wrong
 * @param since up to when a probe that stopped was last seen working; null when that is not known better than {@code at}
 */
public record ProbeChanged(long index, Instant at, String system, boolean up, String detail, Instant since)
        implements Entry {

    public ProbeChanged(long index, Instant at, String system, boolean up, String detail) {
        this(index, at, system, up, detail, null);
    }

    /** From when on it may not have recorded, or does again. */
    @JsonIgnore
    public Instant from() {
        return since == null || since.isAfter(at) ? at : since;
    }
}
