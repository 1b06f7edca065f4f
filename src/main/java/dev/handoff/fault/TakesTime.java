package dev.handoff.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * {@code takes 3 seconds to answer}: a request takes effect at once, and its answer comes late.
 *
 * @param requests which ones; all of the scenario when it is not said
 */
public record TakesTime(Duration after, Optional<NextRequests> requests) implements HttpFault {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException for none, or more than ten minutes
     */
    public TakesTime {
        if (after.isZero() || after.isNegative() || after.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a slow answer takes some time, at most 10 minutes, not " + words(after)
                    + "; say \"hangs\" of one that never comes");
        }
    }

    @Override
    public String describe() {
        return "takes " + words(after) + " to answer"
                + requests.map(next -> " " + next.words()).orElse("");
    }

    private static String words(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + " ms";
        }
        return time.toSeconds() + (time.toSeconds() == 1 ? " second" : " seconds");
    }

    @Override
    public int times() {
        return requests.map(NextRequests::times).orElse(Integer.MAX_VALUE);
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        return requests.map(next -> next.fit(request)).orElse(true)
                ? Optional.of(Treatment.late(after))
                : Optional.empty();
    }

    @Override
    public boolean isDecisive() {
        return false;
    }
}
