package shop.retry;

import java.time.Duration;

/** An attempt failed in a way that may pass. */
public class TryAgain extends Exception {

    private final Duration notBefore;

    public TryAgain(String reason) {
        this(reason, Duration.ZERO);
    }

    /** The other side asked for this much time before the next attempt. */
    public TryAgain(String reason, Duration notBefore) {
        super(reason);
        this.notBefore = notBefore;
    }

    Duration notBefore() {
        return notBefore;
    }
}
