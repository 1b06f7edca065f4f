package dev.handoff.steps;

/** What cannot be done to systems and application as they are in the environment of this run. */
final class Impossible {

    private static final String SHARED = "external";

    private Impossible() {}

    /** Whether systems and application are somebody else's. */
    static boolean isShared() {
        return Settings.environment().equals(SHARED);
    }

    /**
     * What to throw: where everything is somebody else's, a scenario may ask for what is possible elsewhere only;
     * otherwise it is a mistake.
     */
    static RuntimeException here(String text) {
        return isShared() ? new NotHere(text) : new Undecided(text);
    }
}
