package dev.handoff.environment;

/** Puts up the systems of one kind, with what watches them. */
interface Kind {

    /** Begins what takes its time; does not wait for it. */
    default void begin() {}

    /**
     * Puts up its systems, and waits until they can be used.
     *
     * @throws EnvironmentFailed when one cannot be had
     */
    void putUp();
}
