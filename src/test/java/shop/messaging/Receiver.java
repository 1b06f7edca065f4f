package shop.messaging;

/** Takes envelopes: several at once, but one after the other where their keys are equal. */
public interface Receiver {

    /** Returns when the envelope is dealt with. It is delivered again, perhaps after a restart, if this throws. */
    void receive(Envelope envelope) throws InterruptedException;
}
