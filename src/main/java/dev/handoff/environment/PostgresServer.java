package dev.handoff.environment;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A real PostgreSQL on loopback, for one run. Its data need not survive, so nothing is flushed to disk. */
final class PostgresServer implements DatabaseServer, AutoCloseable {

    private static final String USER = "postgres";

    private final AutoCloseable cluster;
    private final int port;

    private PostgresServer(AutoCloseable cluster, int port) {
        this.cluster = cluster;
        this.port = port;
    }

    /**
     * Returns when the server takes connections. It is stopped when the JVM ends, if it was not before.
     *
     * @param data a folder of its own for this server, absent or empty; the server's log is written beside it, to the
     *     same name with {@code .log}
     * @throws EnvironmentFailed if it does not start, or the libraries are not on the class path
     */
    static PostgresServer start(Path data, Ports ports) {
        return start(data, ports, PostgresCache.usual());
    }

    static PostgresServer start(Path data, Ports ports, Path cache) {
        Library.POSTGRES.require();
        int port = ports.reserve();
        return new PostgresServer(PostgresCluster.start(data.toAbsolutePath(), port, cache), port);
    }

    /**
     * Makes an empty database.
     *
     * @param name letters, digits, {@code _} and {@code -}, at most 63; used exactly as it is written
     * @throws EnvironmentFailed if there is one of that name, or the name is not of that form
     */
    @Override
    public Database createDatabase(String name) {
        DatabaseName.require(name);
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"%s\" STRATEGY file_copy".formatted(name));
        } catch (SQLException e) {
            throw new EnvironmentFailed("PostgreSQL did not make the database %s: %s".formatted(name, e.getMessage()));
        }
        return new Database(url(name), USER, USER);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    /** Ends all connections, stops the server and waits for it; the data folder stays. */
    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new EnvironmentFailed("PostgreSQL did not stop: " + e.getMessage());
        }
    }
}
