package dev.handoff.sandbox.asking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A system that can only be asked. */
public interface Source {

    /** What it is asked, in order. */
    List<Inquiry> inquiries();

    /** What reports call one thing that it shows: {@code row}. */
    String noun();

    /**
     * Asks, and returns only with all that there was when it was asked.
     *
     * @param parameters the values that the inquiry is asked with, in order
     * @throws Unanswered when the system does not answer
     * @throws Refused when the system answers, but not this
     */
    List<Shown> ask(Inquiry inquiry, List<Object> parameters) throws Unanswered, Refused;

    /** What there is to say of how it was asked since an instant. */
    default Optional<String> note(Instant since) {
        return Optional.empty();
    }

    /** Called after each turn in which everything was asked. */
    default void turnEnded() throws Unanswered {}
}
