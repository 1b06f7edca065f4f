package shop.retry;

import java.time.Duration;

/** Runs an attempt until it succeeds, is given up, or the backoff allows no more of them. */
public final class Retry {

    /** Nobody may make Shop wait longer than this between two attempts. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Backoff backoff;

    public Retry(Backoff backoff) {
        this.backoff = backoff;
    }

    /** One try: returns, asks for another try, or says that trying again is pointless. */
    public interface Attempt<T> {
        T run() throws TryAgain, GivenUp, InterruptedException;
    }

    public <T> T call(Attempt<T> attempt) throws GivenUp, InterruptedException {
        for (int made = 1; ; made++) {
            try {
                return attempt.run();
            } catch (TryAgain again) {
                if (!backoff.allowsAnotherAfter(made)) {
                    throw new GivenUp(again.getMessage() + ", as the last of " + made + " attempts", again);
                }
                Pause.of(longer(backoff.waitAfter(made), again.notBefore()));
            }
        }
    }

    private static Duration longer(Duration backoff, Duration asked) {
        if (asked.compareTo(LONGEST_WAIT) > 0) {
            return LONGEST_WAIT;
        }
        return asked.compareTo(backoff) > 0 ? asked : backoff;
    }
}
