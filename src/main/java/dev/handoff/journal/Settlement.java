package dev.handoff.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;

/**
 * Whether everything that belongs to a scenario has come to rest.
 *
 * @param state what is known
 * @param evidence in words, a phrase each; for {@link State#GAVE_UP} what was still in flight
 * @param byTimeAlone whether nothing but quiet speaks for it
 * @param upTo what this rests on was seen before this instant, and what probes missed later is beyond it; null when that
 *     is the moment of the look
 */
public record Settlement(State state, List<String> evidence, boolean byTimeAlone, Instant upTo) {

    public static final Settlement OPEN = new Settlement(State.OPEN, List.of(), false);

    @JsonCreator
    public Settlement {
        evidence = List.copyOf(evidence);
    }

    /** As of the moment of the look. */
    public Settlement(State state, List<String> evidence, boolean byTimeAlone) {
        this(state, evidence, byTimeAlone, null);
    }

    /** The same, that was found before and still stands. */
    public Settlement standing(Instant seenBefore) {
        return new Settlement(state, evidence, byTimeAlone, seenBefore);
    }

    /** What is known of a scenario's coming to rest. */
    public enum State {
        /** Not yet at rest, or nobody looked. */
        OPEN,
        /** At rest. */
        SETTLED,
        /** Not at rest when the longest wait was over. */
        GAVE_UP
    }
}
