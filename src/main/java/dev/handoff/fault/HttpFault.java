package dev.handoff.fault;

import java.util.Optional;

/**
 * A misbehaviour of a system that Handoff serves, over HTTP or SMTP. It may remember what it has met; its plan shows it one request at
 * a time, and each only once.
 */
public interface HttpFault {

    /** As reports call it: {@code answers 503 to the next request}. */
    String describe();

    /** How many requests it meets at most. */
    default int times() {
        return Integer.MAX_VALUE;
    }

    /** What becomes of a request; nothing when this fault lets it pass. */
    Optional<Treatment> meet(Arrival request);

    /** Whether a mail server can misbehave so, too. */
    default boolean isForMail() {
        return false;
    }

    /** Whether it decides what becomes of a request. Of several such faults the first that was planned meets it alone. */
    default boolean isDecisive() {
        return true;
    }
}
