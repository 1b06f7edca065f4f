package dev.handoff.expectation;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.stream.Collectors;

/** What whoever sent a delivery was told: a status, or nothing. */
final class Told {

    private static final String NONE = "none";

    private Told() {}

    /** The status that reached it; 0 for none. */
    static int status(Snapshot snapshot, Captured attempt) {
        return snapshot.isAnswered(attempt) ? attempt.answerStatus() : 0;
    }

    /** {@code answered 503}, {@code not answered}. */
    static String words(int status) {
        return status == 0 ? "not answered" : "answered " + status;
    }

    /** {@code none, 503, 201}. */
    static String list(List<Integer> statuses) {
        return statuses.stream()
                .map(status -> status == 0 ? NONE : String.valueOf(status))
                .collect(Collectors.joining(", "));
    }
}
