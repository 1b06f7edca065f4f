package dev.handoff.expectation;

/** What may be said of an expectation. */
public enum Outcome {
    /** It held, and the evidence says that nothing can come to break it. */
    MET,
    /** The journal shows that it did not hold. */
    VIOLATED,
    /** The truth cannot be known from what was seen, for the reason that the finding gives. */
    INCONCLUSIVE
}
