package dev.handoff.steps;

/** Breaks a step of which the truth cannot be known, or a scenario that proves nothing. */
final class Undecided extends RuntimeException {

    Undecided(String text) {
        super(text, null, false, false);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
