package shop.retry;

import java.time.Duration;

/** How many attempts are made, and how long to wait between them: each wait is twice the one before. */
public record Backoff(int attempts, Duration firstWait) {

    /** Four attempts with 100, 200 and 400 ms between them. */
    public static final Backoff DEFAULT = new Backoff(4, Duration.ofMillis(100));

    public static final Backoff ONE_ATTEMPT = new Backoff(1, Duration.ZERO);

    /** Eight attempts within 13 seconds, for what is away for a while rather than busy. */
    public static final Backoff PATIENT = new Backoff(8, Duration.ofMillis(100));

    boolean allowsAnotherAfter(int attemptsMade) {
        return attemptsMade < attempts;
    }

    Duration waitAfter(int attemptsMade) {
        return firstWait.multipliedBy(1L << (attemptsMade - 1));
    }
}
