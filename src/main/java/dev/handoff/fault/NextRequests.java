package dev.handoff.fault;

import java.util.Optional;

/**
 * The requests that a fault is for.
 *
 * @param times how many, from 1
 * @param effect the effect that they would be; any request when it is not said
 * @param words as the sentence has it: {@code the next 2 requests}
 */
public record NextRequests(int times, Optional<String> effect, String words) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException for fewer than one
     */
    public NextRequests {
        if (times < 1) {
            throw new IllegalArgumentException("a fault meets one request or more, not " + times);
        }
    }

    /** Any next requests. */
    public static NextRequests of(int times) {
        return new NextRequests(
                times, Optional.empty(), times == 1 ? "the next request" : "the next " + times + " requests");
    }

    boolean fit(Arrival request) {
        return effect.isEmpty() || effect.get().equals(request.effect());
    }

    Optional<Treatment> treated(Arrival request, Treatment treatment) {
        return fit(request) ? Optional.of(treatment) : Optional.empty();
    }
}
