package dev.handoff.journal;

/**
 * Does with what a probe saw all that needs no lock on the journal: it is masked, taken apart and held against its
 * contract.
 */
final class Inspection {

    private final Masking masking;
    private final PayloadCheck contracts;

    Inspection(Masking masking, PayloadCheck contracts) {
        this.masking = masking;
        this.contracts = contracts;
    }

    /**
     * Inspects one delivery.
     *
     * @param sent as it was sent: that is what its contract is about
     */
    Inspected inspect(Capture seen, Message sent) {
        Values values = Values.in(seen.content(), seen.properties());
        Capture masked = masking.mask(seen);
        return new Inspected(seen, masked, values, checked(seen.effect(), sent));
    }

    /** Whether a content keeps the contract of its effect; null when there is none. */
    Checked checked(String effect, Message sent) {
        return contracts.check(effect, sent).map(masking::mask).orElse(null);
    }
}
