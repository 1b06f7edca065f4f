package shop.messaging;

/** The body of an envelope is no message of ours. */
public final class UnreadableMessage extends Exception {

    public UnreadableMessage(String reason) {
        super(reason);
    }
}
