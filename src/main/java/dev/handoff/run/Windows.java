package dev.handoff.run;

import dev.handoff.expectation.Statement;
import java.time.Duration;

/** How long the windows of statements are. */
final class Windows {

    private Windows() {}

    static Duration longest(Statement statement) {
        return statement
                .oneByOne()
                .map(Windows::window)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration window(Statement statement) {
        if (statement instanceof Statement.Counts counts) {
            return counts.within();
        }
        if (statement instanceof Statement.InOrder inOrder) {
            return inOrder.within();
        }
        if (statement instanceof Statement.Spaced spaced) {
            return spaced.within();
        }
        if (statement instanceof Statement.Attempts attempts) {
            return attempts.within();
        }
        if (statement instanceof Statement.InTheEnd end) {
            return end.within();
        }
        if (statement instanceof Statement.NeverReturns never) {
            return never.within();
        }
        if (statement instanceof Statement.Reaches reaches) {
            return reaches.within();
        }
        return Duration.ZERO;
    }
}
