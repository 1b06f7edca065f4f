package dev.handoff.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A delivery that a probe saw: an effect, or an attempt at one.
 *
 * @param effect the vocabulary's name for it; null when the vocabulary has none
 * @param occurred when it happened
 * @param summary one line for people, {@code POST /v1/refunds}
 * @param properties what is known beside headers and content: {@code path}, {@code query.page}, {@code key},
 *     {@code offset} …
 * @param answerStatus what the system answered; 0 where systems do not answer, or this one gave no answer
 * @param answer null where systems do not answer
 * @param handoff what tells one handoff's attempts from another's: an idempotency key; null when there is none
 * @param sequence where it stands among others of its source; null when that is not known
 * @param claims the scenarios that it fitted when it was captured
 * @param contract whether it keeps its contract, as it came; null when there is none
 */
public record Captured(
        long index,
        Instant at,
        String system,
        String effect,
        Disposition disposition,
        Interval occurred,
        String summary,
        Map<String, String> properties,
        Message content,
        int answerStatus,
        Message answer,
        String handoff,
        Sequence sequence,
        List<Claim> claims,
        Checked contract)
        implements Entry {

    public Captured {
        properties = properties == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        claims = claims == null ? List.of() : List.copyOf(claims);
    }

    @JsonIgnore
    public boolean isEffect() {
        return disposition == Disposition.ACCEPTED || disposition == Disposition.UNCONFIRMED;
    }

    /** The same effect as it is since a change, under the index of that change. */
    Captured since(Changed change) {
        return new Captured(
                change.index(),
                change.at(),
                system,
                effect,
                disposition,
                change.occurred(),
                summary,
                properties,
                change.content(),
                answerStatus,
                answer,
                handoff,
                sequence,
                claims,
                change.contract());
    }

    /** The vocabulary's name, or a description of what has none. */
    public String label() {
        return effect == null ? "unmapped " + summary + " in " + system : effect;
    }
}
