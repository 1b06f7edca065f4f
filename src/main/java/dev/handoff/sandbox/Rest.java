package dev.handoff.sandbox;

/**
 * Evidence about work in flight.
 *
 * @param atRest whether none is
 * @param words the evidence: {@code outbox empty}, {@code shop-refunds has 2 messages to read}
 * @param complete whether it speaks of all the work that its source can hold; time has to speak for the rest otherwise
 */
public record Rest(boolean atRest, String words, boolean complete) {

    public Rest(boolean atRest, String words) {
        this(atRest, words, true);
    }

    /** No work is to be seen, but there may be some that the source does not tell of. */
    public static Rest incomplete(String words) {
        return new Rest(true, words, false);
    }
}
