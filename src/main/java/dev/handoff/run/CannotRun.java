package dev.handoff.run;

/** Thrown when a run cannot begin or go on; its message is for the user and needs no stack trace. */
public final class CannotRun extends RuntimeException {

    CannotRun(String message) {
        super(message, null, false, false);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
