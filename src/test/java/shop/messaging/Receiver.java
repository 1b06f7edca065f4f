package shop.messaging;

/** Takes envelopes: several at once, but one after the other where their keys are equal. */
public interface Receiver {

    /**
     * Returns when the envelope is dealt with. It is delivered again, perhaps after a restart, if this throws anything but
     * {@link UnreadableMessage}: nobody will ever read that one, so it is put aside if the broker has a place for it.
     */
    void receive(Envelope envelope) throws UnreadableMessage, InterruptedException;
}
