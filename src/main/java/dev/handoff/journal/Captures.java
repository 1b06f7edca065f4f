package dev.handoff.journal;

import java.time.Instant;

/**
 * Enters what probes saw, and leads it to the scenarios that it fits.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Captures {

    private final Entries entries;
    private final Scenarios scenarios;
    private final Attribution attribution;
    private final Deliveries deliveries;
    private final Learning learning;
    private final Leftovers leftovers;

    Captures(
            Entries entries,
            Scenarios scenarios,
            Attribution attribution,
            Deliveries deliveries,
            Learning learning,
            Leftovers leftovers) {
        this.entries = entries;
        this.scenarios = scenarios;
        this.attribution = attribution;
        this.deliveries = deliveries;
        this.learning = learning;
        this.leftovers = leftovers;
    }

    Delivery enter(Inspected inspected) {
        Capture seen = inspected.seen();
        Captured captured = entries.write(stamp -> captured(stamp, inspected));
        Delivery delivery = new Delivery(captured);
        deliveries.add(delivery, seen.content());
        captured.claims().forEach(claim -> scenarios.give(delivery, claim, captured.at()));
        boolean full = attribution.remember(
                delivery,
                same(captured.content(), seen.content()),
                same(captured.properties(), seen.properties()),
                inspected.values());
        captured.claims().forEach(claim -> learning.teach(claim.scenario(), seen.content(), captured.index()));
        if (!Attribution.isClaimable(delivery)) {
            leftovers.note(delivery);
        }
        if (full) {
            leftovers.release(scenarios.oldest());
        }
        return delivery;
    }

    private Captured captured(Stamp stamp, Inspected inspected) {
        Capture seen = inspected.seen();
        Capture masked = inspected.masked();
        Instant latest = seen.latest().orElse(stamp.at());
        Instant earliest = seen.earliest().orElse(latest);
        return new Captured(
                stamp.index(),
                stamp.at(),
                seen.system(),
                seen.effect(),
                seen.disposition(),
                new Interval(earliest.isAfter(latest) ? latest : earliest, latest),
                masked.summary(),
                masked.properties(),
                masked.content(),
                seen.answerStatus(),
                masked.answer(),
                seen.handoff(),
                masked.sequence(),
                attribution.claims(inspected.values()),
                inspected.checked());
    }

    /** What was masked nowhere is kept once. */
    private static <T> T same(T kept, T equal) {
        return kept.equals(equal) ? kept : equal;
    }
}
