package dev.handoff.sandbox.asking;

/** Thrown when a system does not answer one question; the message is a sentence that names both. */
public final class Refused extends Exception {
    public Refused(String message) {
        super(message, null, false, false);
    }
}
