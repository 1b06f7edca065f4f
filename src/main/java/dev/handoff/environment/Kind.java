package dev.handoff.environment;

import java.util.List;

/** Puts up the systems of one kind, with what watches them. */
interface Kind {

    /** What the vocabulary does not say although this environment needs it: a sentence each. */
    default List<String> lacks() {
        return List.of();
    }

    /** Begins what takes its time; does not wait for it. */
    default void begin() {}

    /**
     * Puts up its systems, and waits until they can be used.
     *
     * @throws EnvironmentFailed when one cannot be had
     */
    void putUp();

    /** Puts up what can only be there once the application runs. */
    default void putUpBesideTheApplication() {}
}
