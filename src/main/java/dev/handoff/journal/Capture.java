package dev.handoff.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a probe hands to the journal; see {@link Captured} for the meaning of each part.
 *
 * @param earliest when it can have happened at the earliest; absent when it happened just now
 * @param latest when it happened at the latest; absent when that is just now
 */
public record Capture(
        String system,
        String effect,
        Disposition disposition,
        Optional<Instant> earliest,
        Optional<Instant> latest,
        String summary,
        Map<String, String> properties,
        Message content,
        int answerStatus,
        Message answer,
        String handoff,
        Sequence sequence) {

    /** Something that was pushed to us just now and accepted. */
    public static Capture effect(
            String system, String effect, String summary, Map<String, String> properties, Message content) {
        return new Capture(
                system,
                effect,
                Disposition.ACCEPTED,
                Optional.empty(),
                Optional.empty(),
                summary,
                properties,
                content,
                0,
                null,
                null,
                null);
    }

    /** The same, known to have happened in a time that began at {@code earliest} and ended at {@code latest}. */
    public Capture occurred(Instant earliest, Optional<Instant> latest) {
        return with(disposition, Optional.of(earliest), latest, answerStatus, answer, handoff, sequence);
    }

    /** The same, answered by the system. */
    public Capture answered(Disposition disposition, int status, Message answer, String handoff) {
        return with(disposition, earliest, latest, status, answer, handoff, sequence);
    }

    /** The same, ordered by a sequence of its source; null for none. */
    public Capture ordered(Sequence sequence) {
        return with(disposition, earliest, latest, answerStatus, answer, handoff, sequence);
    }

    private Capture with(
            Disposition disposition,
            Optional<Instant> earliest,
            Optional<Instant> latest,
            int answerStatus,
            Message answer,
            String handoff,
            Sequence sequence) {
        return new Capture(
                system,
                effect,
                disposition,
                earliest,
                latest,
                summary,
                properties,
                content,
                answerStatus,
                answer,
                handoff,
                sequence);
    }
}
