package dev.handoff.journal;

/** What became of a captured delivery. */
public enum Disposition {
    /** The system took it: it is an effect. */
    ACCEPTED,
    /** The system refused it: it is an attempt and no effect. */
    REJECTED,
    /** The system had taken it before and answered from memory, by its idempotency key: an attempt and no effect. */
    REPLAYED
}
