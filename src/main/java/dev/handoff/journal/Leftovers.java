package dev.handoff.journal;

/**
 * Hands the sink what no scenario was judged by, once that is final.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Leftovers {

    private final Attribution attribution;
    private final Deliveries deliveries;
    private final Sink sink;

    Leftovers(Attribution attribution, Deliveries deliveries, Sink sink) {
        this.attribution = attribution;
        this.deliveries = deliveries;
        this.sink = sink;
    }

    /** Lets go of deliveries from before an entry: no scenario that runs had begun by then. */
    void release(long before) {
        attribution.release(before).forEach(this::note);
        deliveries.forget(before);
    }

    /** It will be claimed by nobody any more. */
    void note(Delivery delivery) {
        if (delivery.claims().isEmpty()) {
            leftOver(delivery, Leftover.Why.FITS_NONE);
        } else if (delivery.claims().stream().map(Claim::scenario).allMatch(attribution::isOfAnotherRun)) {
            leftOver(delivery, Leftover.Why.OF_ANOTHER_RUN);
        } else if (delivery.isContested()) {
            leftOver(delivery, Leftover.Why.FITS_SEVERAL);
        } else if (attribution.hadEnded(delivery.claims().get(0).scenario(), delivery.captured())) {
            leftOver(delivery, Leftover.Why.CAME_AFTER_THE_END);
        }
    }

    private void leftOver(Delivery delivery, Leftover.Why why) {
        sink.leftOver(new Leftover(
                delivery.captured(),
                delivery.changes(),
                why,
                delivery.claims(),
                delivery.claims().stream()
                        .map(claim -> attribution.nameOf(claim.scenario()))
                        .toList()));
    }
}
