package dev.handoff.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** {@code allows 2 requests per second}: what comes beyond is answered 429 with the seconds to wait, after RFC 6585. */
public final class AllowsRequests implements HttpFault {

    private static final int TOO_MANY_REQUESTS = 429;

    private final int allowed;
    private final Duration per;
    private final String words;
    private final Deque<Instant> let = new ArrayDeque<>();

    /**
     * Checks the number.
     *
     * @param words what the time is called
     * @throws IllegalArgumentException for fewer than one
     */
    public AllowsRequests(int allowed, Duration per, String words) {
        if (allowed < 1) {
            throw new IllegalArgumentException(
                    "a limit allows one request or more, not " + allowed + "; say that the system is down");
        }
        this.allowed = allowed;
        this.per = per;
        this.words = words;
    }

    @Override
    public String describe() {
        return "allows " + allowed + (allowed == 1 ? " request" : " requests") + " per " + words;
    }

    @Override
    public Optional<Treatment> meet(Arrival request) {
        while (!let.isEmpty() && !let.peek().plus(per).isAfter(request.at())) {
            let.poll();
        }
        if (let.size() < allowed) {
            let.add(request.at());
            return Optional.empty();
        }
        return Optional.of(Treatment.refused(Problem.answer(
                TOO_MANY_REQUESTS,
                Map.of(
                        "Retry-After",
                        String.valueOf(
                                wait(Duration.between(request.at(), let.peek().plus(per))))),
                "")));
    }

    /** Whole seconds, so many that waiting them is enough. */
    private static long wait(Duration left) {
        return Math.max(1, left.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
