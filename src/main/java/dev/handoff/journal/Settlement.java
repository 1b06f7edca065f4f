package dev.handoff.journal;

import java.util.List;

/**
 * Whether everything that belongs to a scenario has come to rest.
 *
 * @param state what is known
 * @param evidence in words, a phrase each; for {@link State#GAVE_UP} what was still in flight
 * @param byTimeAlone whether nothing but quiet speaks for it
 */
public record Settlement(State state, List<String> evidence, boolean byTimeAlone) {

    public static final Settlement OPEN = new Settlement(State.OPEN, List.of(), false);

    public Settlement {
        evidence = List.copyOf(evidence);
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
