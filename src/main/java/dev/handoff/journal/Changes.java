package dev.handoff.journal;

import java.time.Instant;
import java.util.List;

/**
 * Enters that something captured before has changed, and tells the scenarios that it fits.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Changes {

    private final Entries entries;
    private final Scenarios scenarios;
    private final Learning learning;
    private final Masking masking;

    Changes(Entries entries, Scenarios scenarios, Learning learning, Masking masking) {
        this.entries = entries;
        this.scenarios = scenarios;
        this.learning = learning;
        this.masking = masking;
    }

    /**
     * A change of a delivery.
     *
     * @param content what it is now; null when it is gone
     * @param contract what came of holding it against its contract; null when there is nothing to hold
     */
    Changed enter(Delivery delivery, Instant earliest, Message content, Checked contract) {
        Changed changed = entries.write(stamp -> new Changed(
                stamp.index(),
                stamp.at(),
                delivery.captured().index(),
                new Interval(earliest.isAfter(stamp.at()) ? stamp.at() : earliest, stamp.at()),
                content == null ? Message.EMPTY : masking.mask(content),
                content == null,
                contract));
        delivery.changes().add(changed);
        delivery.claims()
                .forEach(claim -> scenarios.track(claim.scenario()).ifPresent(track -> track.wake(changed.at())));
        if (content != null) {
            List.copyOf(delivery.claims()).forEach(claim -> learning.teach(claim.scenario(), content, changed.index()));
        }
        return changed;
    }
}
