package dev.handoff.action;

/** Thrown when an action cannot be carried out; its message is a sentence for the user. */
public final class ActionFailed extends RuntimeException {

    public ActionFailed(String message) {
        super(message, null, false, false);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
