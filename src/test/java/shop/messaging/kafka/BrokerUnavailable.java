package shop.messaging.kafka;

/** The broker did not answer in time, or refused. */
public final class BrokerUnavailable extends Exception {

    BrokerUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
