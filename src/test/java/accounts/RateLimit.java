package accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many requests in each second, for each client. Thread-safe. */
final class RateLimit {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final int most;
    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant begun = Instant.EPOCH;

    RateLimit(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    synchronized void take(String client) {
        Instant now = clock.instant();
        if (!now.isBefore(begun.plus(WINDOW))) {
            begun = now;
            counts.clear();
        }
        if (counts.merge(client, 1, Integer::sum) > most) {
            throw Refused.tooMany(WINDOW);
        }
    }
}
