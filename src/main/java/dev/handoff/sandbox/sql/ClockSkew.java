package dev.handoff.sandbox.sql;

import dev.handoff.sandbox.SkewOverTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * How far a database's clock is from ours, measured as NTP does: the database's time lies between the moments at which
 * the question left and the answer came.
 *
 * @param least our time is at least this much ahead of the database's
 * @param most and at most this much
 */
record ClockSkew(Duration least, Duration most) {

    private static final int ROUNDS = 5;

    static ClockSkew measure(Connection connection, Supplier<Instant> ourClock) throws SQLException {
        ClockSkew best = null;
        try (Statement statement = connection.createStatement()) {
            for (int round = 0; round < ROUNDS; round++) {
                Instant asked = ourClock.get();
                try (ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
                    answer.next();
                    Instant theirs = answer.getObject(1, Timestamp.class).toInstant();
                    Instant answered = ourClock.get();
                    ClockSkew measured =
                            new ClockSkew(Duration.between(theirs, asked), Duration.between(theirs, answered));
                    if (best == null || measured.width().compareTo(best.width()) < 0) {
                        best = measured;
                    }
                }
            }
        }
        return best;
    }

    SkewOverTime.Range range() {
        return new SkewOverTime.Range(least, most);
    }

    private Duration width() {
        return most.minus(least);
    }
}
