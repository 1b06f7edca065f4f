package dev.handoff.journal;

/** What became of a captured delivery. */
public enum Disposition {
    /** The system took it: it is an effect. */
    ACCEPTED,
    /**
     * The system took it, and whoever sent it was not told: no answer came, or one of an error. It is an effect, and
     * unfinished business, for it may be tried again.
     */
    UNCONFIRMED,
    /** The system refused it: it is an attempt and no effect. */
    REJECTED,
    /** The system had taken it before and answered from memory, by its idempotency key: an attempt and no effect. */
    REPLAYED
}
