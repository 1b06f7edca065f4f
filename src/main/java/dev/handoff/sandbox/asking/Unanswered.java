package dev.handoff.sandbox.asking;

/** Thrown when a system does not answer at all; the message says how that was seen. */
public final class Unanswered extends Exception {
    public Unanswered(String message) {
        super(message, null, false, false);
    }
}
