package dev.handoff.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that have been captured, each as it was last seen. What has become of a row is said by the question that found
 * it: another question may show other columns of it. Used by the thread that polls.
 */
final class KnownRows {

    private final Journal journal;
    private final Set<String> seen = new HashSet<>();
    private final Map<Watch.Question, Map<String, Known>> byQuestion = new HashMap<>();

    KnownRows(Journal journal) {
        this.journal = journal;
    }

    /** Whether a row is known by its key, whichever question found it. */
    boolean isKnown(String key) {
        return seen.contains(key);
    }

    void add(String key) {
        seen.add(key);
    }

    /**
     * Keeps how a captured row is, to be compared with what it becomes.
     *
     * @param asked when it was asked for
     */
    void keep(Watch.Question question, Row row, Captured captured, Instant asked) {
        byQuestion
                .computeIfAbsent(question, none -> new HashMap<>())
                .put(row.id(), new Known(captured, row.fields(), asked));
    }

    /**
     * Journals what has changed since a question was last answered.
     *
     * @param asked when it was asked now
     */
    void compare(Watch.Question question, List<Row> answer, Instant asked) {
        Map<String, Known> known = byQuestion.getOrDefault(question, Map.of());
        if (known.isEmpty()) {
            return;
        }
        Map<String, JsonNode> now = new HashMap<>();
        answer.forEach(row -> now.putIfAbsent(row.id(), row.fields()));
        known.forEach((id, row) -> row.isNow(now.get(id), asked, journal));
    }

    /** Forgets how rows were whose changes nobody asks for any more. */
    void forget(Set<Watch.Question> asked) {
        byQuestion.keySet().retainAll(asked);
    }

    /** A row as it was last seen; without fields when it was gone. */
    private static final class Known {
        private final Captured captured;
        private JsonNode fields;
        private Instant seenAt;

        Known(Captured captured, JsonNode fields, Instant seenAt) {
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
