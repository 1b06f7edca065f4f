package dev.handoff.sandbox.asking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What has been captured, each as it was last seen. What has become of something is said by the question that found it:
 * another question may show another part of it. Used by the thread that asks.
 */
final class KnownItems {

    private final Journal journal;
    private final Set<String> seen = new HashSet<>();
    private final Map<Question, Map<String, Known>> byQuestion = new HashMap<>();

    KnownItems(Journal journal) {
        this.journal = journal;
    }

    /** Whether something is known by its key, whichever question found it. */
    boolean isKnown(String key) {
        return seen.contains(key);
    }

    void add(String key) {
        seen.add(key);
    }

    /**
     * Keeps how something captured is, to be compared with what it becomes.
     *
     * @param asked when it was asked for
     */
    void keep(Question question, Shown shown, Captured captured, Instant asked) {
        byQuestion
                .computeIfAbsent(question, none -> new HashMap<>())
                .put(shown.key(), new Known(shown.id(), captured, shown.fields(), asked));
    }

    /** Journals what has changed since a question was last answered. */
    void compare(Question question, Answer answer) {
        Map<String, Known> known = byQuestion.getOrDefault(question, Map.of());
        if (known.isEmpty()) {
            return;
        }
        Map<String, JsonNode> now = new HashMap<>();
        answer.shown().forEach(shown -> now.putIfAbsent(shown.id(), shown.fields()));
        known.values().forEach(item -> item.isNow(now.get(item.id), answer.asked(), journal));
    }

    /** Forgets how that was whose changes nobody asks for any more. */
    void forget(Set<Question> asked) {
        byQuestion.keySet().retainAll(asked);
    }

    /** Something as it was last seen; without fields when it was gone. */
    private static final class Known {
        private final String id;
        private final Captured captured;
        private JsonNode fields;
        private Instant seenAt;

        Known(String id, Captured captured, JsonNode fields, Instant seenAt) {
            this.id = id;
            this.captured = captured;
            this.fields = fields;
            this.seenAt = seenAt;
        }

        void isNow(JsonNode now, Instant asked, Journal journal) {
            if (now == null ? fields != null : !now.equals(fields)) {
                journal.changed(captured, seenAt, now == null ? null : Message.json(now));
                fields = now;
            }
            seenAt = asked;
        }
    }
}
