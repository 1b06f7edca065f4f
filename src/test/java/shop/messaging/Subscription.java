package shop.messaging;

/** A consumer that is being fed until the broker is closed. */
public interface Subscription {

    /** Whether what is published from now on will arrive. */
    boolean active();
}
