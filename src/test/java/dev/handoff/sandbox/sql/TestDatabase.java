package dev.handoff.sandbox.sql;

import dev.handoff.environment.TestServers;
import dev.handoff.journal.Journal;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.SystemSpec.SqlQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A PostgreSQL with the database shop, and probes that poll it fifty times a second. */
final class TestDatabase implements AutoCloseable {

    private final TestServers.Server server;
    private final Map<String, String> address;

    private TestDatabase(TestServers.Server server) {
        this.server = server;
        this.address = TestServers.database(server.address());
    }

    static TestDatabase in(Path folder) {
        return new TestDatabase(TestServers.postgres(folder));
    }

    Map<String, String> address() {
        return address;
    }

    SqlProbe probe(SystemSpec.Sql spec, Journal journal) {
        return new SqlProbe(spec, address, journal);
    }

    static SystemSpec.Sql spec(boolean ownClock, Map<String, SqlQuery> queries) {
        return new SystemSpec.Sql(
                "database",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofMillis(20),
                ownClock,
                queries);
    }

    /** With one query, for ledger entries. */
    static SystemSpec.Sql spec(String query, Optional<String> id, Optional<String> at) {
        SqlQuery asked = new SqlQuery(query, NamedQuery.parse(query).names(), id, at, Optional.empty());
        return spec(false, Map.of("ledger entry", asked));
    }

    /** Waits until a poll for the scenario s that began after now has been answered, and says when that is. */
    static Instant asked(SqlProbe probe, Journal journal) {
        Instant now = journal.now();
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> {
            Instant seen = probe.sight("s").seenUpTo();
            return seen != null && seen.isAfter(now);
        });
        return now;
    }

    void execute(String sql) throws SQLException {
        execute(sql, "shop");
    }

    void execute(String sql, String database) throws SQLException {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = connection("shop");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(
                address.get("url").replaceAll("/shop$", "/" + database), address.get("user"), address.get("password"));
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
