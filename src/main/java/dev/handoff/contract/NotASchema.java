package dev.handoff.contract;

/** A text is no JSON Schema by which a payload could be judged; the message says why. */
public final class NotASchema extends Exception {

    private static final long serialVersionUID = 1;

    NotASchema(String reason) {
        super(reason);
    }
}
