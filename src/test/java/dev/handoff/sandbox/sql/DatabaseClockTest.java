package dev.handoff.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.environment.TestServers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseClockTest {

    @TempDir
    Path folder;

    private volatile Duration ahead = Duration.ZERO;

    /** Our clock runs far ahead of the database's. */
    @Test
    void theDatabasesClockIsMeasuredAgainWhenItIsDueAndWhatHoldsIsBoth() throws Exception {
        try (TestServers.Server server = TestServers.postgres(folder);
                Database database =
                        new Database("database", TestServers.database(server.address()), () -> Clock.systemUTC()
                                .instant()
                                .plus(ahead))) {
            database.measureSkew();
            ahead = Duration.ofSeconds(30);
            database.measureSkewWhenDue();
            assertThat(width(database)).as("half a minute: not due").isLessThan(Duration.ofSeconds(1));

            ahead = Duration.ofSeconds(90);
            database.measureSkewWhenDue();

            assertThat(width(database)).isGreaterThanOrEqualTo(Duration.ofSeconds(89));
            database.measureSkew();
            assertThat(width(database)).as("after a gap").isLessThan(Duration.ofSeconds(1));
        }
    }

    private static Duration width(Database database) {
        Instant theirs = Instant.now();
        return Duration.between(database.earliest(theirs), database.latest(theirs));
    }
}
