package shop.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import shop.retry.Pause;

/** Runs transactions on pooled connections. A thread inside a transaction must not open a second one: the pool is small. */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 16;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    /** Any number will do, as long as every Shop uses the same: only one at a time creates tables. */
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(746)";

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** What to do in a transaction, which is rolled back when this throws. */
    public interface Work<T> {
        T in(Transaction tx);
    }

    /** Waits up to {@code patience} for the server, and creates the tables that are missing. */
    public static Database connect(String url, String user, String password, List<String> tables, Duration patience)
            throws DatabaseUnavailable, InterruptedException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("loginTimeout", String.valueOf(patience.toSeconds()));
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(url, login)) {
                create(tables, connection);
                return new Database(pool(url, user, password));
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new DatabaseUnavailable(e);
                }
                Pause.of(BETWEEN_TRIES);
            }
        }
    }

    public <T> T transaction(Work<T> work) {
        Transaction tx;
        T result;
        try (Connection connection = connection()) {
            tx = new Transaction(connection);
            result = complete(tx, connection, work);
        } catch (SQLException e) {
            throw isConnectionLost(e) ? new DatabaseUnavailable(e) : new DatabaseFailure(e);
        }
        tx.committed();
        return result;
    }

    @Override
    public void close() {
        pool.close();
    }

    private static boolean isConnectionLost(SQLException e) {
        return e instanceof SQLRecoverableException
                || e.getSQLState() != null && e.getSQLState().startsWith("08");
    }

    private Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static <T> T complete(Transaction tx, Connection connection, Work<T> work) throws SQLException {
        try {
            T result = work.in(tx);
            connection.commit();
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(connection);
            throw e;
        }
    }

    /** What cannot be rolled back has lost its connection: the server rolls it back. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            throw new DatabaseUnavailable(gone);
        }
    }

    private static void create(List<String> tables, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            for (String table : tables) {
                statement.execute(table);
            }
        }
        connection.commit();
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("shop");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
