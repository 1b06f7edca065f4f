package dev.handoff.sandbox.asking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Interval;
import dev.handoff.journal.Sequence;
import java.util.Optional;

/**
 * Something that an answer shows.
 *
 * @param effect what it is; empty when it is none of the effects asked for, or not yet
 * @param id what tells it from the others
 * @param name the same as reports call it
 * @param lasting whether the ID stays when it changes; otherwise nobody knows what has become of what
 * @param fields what it is by now
 * @param came when it came to be by its own words, in our time
 * @param sequence where it stands among its like; null when it does not tell
 */
public record Shown(
        Optional<String> effect,
        String id,
        String name,
        boolean lasting,
        JsonNode fields,
        Optional<Interval> came,
        Sequence sequence) {

    /** Tells it from everything that was ever found, whichever inquiry found it. */
    String key() {
        return effect.orElse("") + '\n' + id;
    }
}
