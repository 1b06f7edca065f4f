package dev.handoff.sandbox;

/** Thrown when a system cannot be served or reached; its message is a sentence for the user. */
public final class ProbeFailed extends RuntimeException {

    public ProbeFailed(String message) {
        super(message, null, false, false);
    }
}
