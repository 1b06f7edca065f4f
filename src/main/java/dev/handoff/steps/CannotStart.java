package dev.handoff.steps;

/** Thrown when the specs cannot be run at all; its message is for the user and needs no stack trace. */
final class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message, null, false, false);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
