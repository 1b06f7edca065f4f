package shop.http;

/** Something else listens there, or it is not ours to listen on. */
public final class PortUnavailable extends Exception {

    PortUnavailable(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
