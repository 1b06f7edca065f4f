package dev.handoff.sandbox.sql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.SkewOverTime;
import dev.handoff.vocabulary.SystemSpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/** A read-only connection, opened again when it was lost, and the clock on its other side. */
final class Database implements AutoCloseable {

    private static final int MOST_ROWS = 1000;
    private static final int PATIENCE_SECONDS = 5;
    private static final int SILENCE_SECONDS = 6;

    private final Map<String, String> address;
    private final Supplier<Instant> ourClock;
    private Connection connection;
    private final SkewOverTime skew;

    Database(String system, Map<String, String> address, Supplier<Instant> ourClock) {
        this(system, address, ourClock, SkewOverTime.measured(ourClock));
    }

    Database(String system, Map<String, String> address, Supplier<Instant> ourClock, SkewOverTime skew) {
        this.address = address;
        this.ourClock = ourClock;
        this.skew = skew;
        try {
            connection();
        } catch (SQLException unreachable) {
            throw new ProbeFailed("the database of " + system + " at " + address.get("url") + " cannot be reached: "
                    + firstLine(unreachable));
        }
    }

    static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    synchronized void measureSkew() throws SQLException {
        skew.begin(ask(connection -> ClockSkew.measure(connection, ourClock)).range());
    }

    /** Measures it again if that was long ago: clocks drift. */
    synchronized void measureSkewWhenDue() throws SQLException {
        if (skew.isDue()) {
            skew.again(
                    ask(connection -> ClockSkew.measure(connection, ourClock)).range());
        }
    }

    String skewInWords() {
        SkewOverTime.Range known = skew.at(ourClock.get()).orElseThrow();
        long micros = Math.max(
                        Math.abs(known.least().toNanos()), Math.abs(known.most().toNanos()))
                / 1000;
        return String.format(Locale.ROOT, "%.1f ms", micros / 1000.0);
    }

    Instant earliest(Instant theirs) {
        return theirs.plus(skew.at(theirs).orElseThrow().least());
    }

    Instant latest(Instant theirs) {
        return theirs.plus(skew.at(theirs).orElseThrow().most());
    }

    synchronized List<Row> rows(String jdbc, String effect, List<Object> parameters, SystemSpec.SqlQuery query)
            throws SQLException {
        return ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(jdbc)) {
                bind(statement, parameters);
                statement.setMaxRows(MOST_ROWS + 1);
                List<Row> rows = new ArrayList<>();
                try (ResultSet answer = statement.executeQuery()) {
                    while (answer.next()) {
                        rows.add(Row.read(answer, effect, query));
                    }
                }
                if (rows.size() > MOST_ROWS) {
                    throw new SQLException(
                            "the query gives more than " + MOST_ROWS + " rows; let it ask for the scenario's own");
                }
                requireOneOfEach(rows);
                return rows;
            }
        });
    }

    private static void requireOneOfEach(List<Row> rows) throws SQLException {
        Map<String, Row> byId = new HashMap<>();
        for (Row row : rows) {
            Row other = byId.putIfAbsent(row.id(), row);
            if (other != null && !other.fields().equals(row.fields())) {
                throw new SQLException("the query gives different rows of the id " + row.id()
                        + "; the column named by id must tell its rows apart");
            }
        }
    }

    synchronized long count(String jdbc, List<Object> parameters) throws SQLException {
        return ask(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(jdbc)) {
                bind(statement, parameters);
                try (ResultSet answer = statement.executeQuery()) {
                    return answer.next() ? answer.getLong(1) : 0;
                }
            }
        });
    }

    /** Returns if the database answers by now, so that it was the question that failed; otherwise that is what failed. */
    void requireAnswer(SQLException otherwise) throws SQLException {
        if (otherwise.getSQLState() != null && otherwise.getSQLState().startsWith("08")) {
            throw otherwise;
        }
        try {
            requireAnswer();
        } catch (SQLException unanswered) {
            throw otherwise;
        }
    }

    void requireAnswer() throws SQLException {
        count("select 1", List.of());
    }

    private <T> T ask(Question<T> question) throws SQLException {
        try {
            Connection open = connection();
            T answer = question.ask(open);
            open.rollback();
            return answer;
        } catch (SQLException unanswered) {
            close();
            connection = null;
            throw unanswered;
        }
    }

    static void bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
        statement.setQueryTimeout(PATIENCE_SECONDS);
        for (int i = 0; i < parameters.size(); i++) {
            Object parameter = parameters.get(i);
            statement.setObject(i + 1, parameter instanceof JsonNode node ? scalar(node) : parameter);
        }
    }

    private static Object scalar(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? node.decimalValue() : node.asText();
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(address.get("url"), properties());
            connection.setReadOnly(true);
            // PostgreSQL's driver lets a read-only connection write unless it is in a transaction.
            connection.setAutoCommit(false);
        }
        return connection;
    }

    /** A connection over which nothing comes any more is given up; the address may say otherwise. */
    private Properties properties() {
        Properties properties = new Properties();
        Optional.ofNullable(address.get("user")).ifPresent(user -> properties.setProperty("user", user));
        Optional.ofNullable(address.get("password")).ifPresent(word -> properties.setProperty("password", word));
        if (address.get("url").startsWith("jdbc:postgresql:")) {
            properties.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
            properties.setProperty("cancelSignalTimeout", "1");
            properties.setProperty("socketTimeout", String.valueOf(SILENCE_SECONDS));
        }
        return properties;
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                connection = null;
            }
        }
    }

    /** Something to be asked in a transaction of its own. */
    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
