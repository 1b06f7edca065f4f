package shop.messaging;

/** The broker did not answer in time, or refused. */
public final class BrokerUnavailable extends Exception {

    public BrokerUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
