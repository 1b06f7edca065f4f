package dev.handoff.environment;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** PostgreSQL in a container. Its data need not survive, so nothing is flushed to disk. */
final class PostgresContainer implements DatabaseServer, AutoCloseable {

    private static final int PORT = 5432;
    private static final String USER = "postgres";
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final List<String> FOR_TESTS = List.of(
            "postgres",
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
            "-c",
            "max_connections=200",
            "-c",
            "jit=off");

    private final Container container;
    private final String suffix;
    private final boolean keep;
    private final List<String> made = new ArrayList<>();
    private String version = "";
    private Optional<AtExit> atExit = Optional.empty();
    private boolean closed;

    private PostgresContainer(Container container, String run, boolean keep) {
        this.container = container;
        this.suffix = keep ? "-" + run : "";
        this.keep = keep;
    }

    /**
     * Returns when it takes connections.
     *
     * @param run tells its databases from those of other runs in one that is kept
     * @throws EnvironmentFailed if it does not start
     */
    static PostgresContainer start(Docker docker, String run, boolean keep) {
        String image = ServerImage.POSTGRES.image();
        docker.provide(image, ServerImage.POSTGRES.setting());
        Container container = Container.start(
                docker,
                ContainerSpec.server(
                        "PostgreSQL", image, List.of(PORT), Map.of("POSTGRES_PASSWORD", USER), FOR_TESTS, keep));
        PostgresContainer postgres = new PostgresContainer(container, run, keep);
        if (keep) {
            postgres.atExit = Optional.of(AtExit.stop("PostgreSQL", postgres::close));
        }
        try {
            container.awaitReady(postgres::missing, READY_WITHIN);
            return postgres;
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    /** The same order and the same upper case as in the embedded server. */
    @Override
    public synchronized Database createDatabase(String name) {
        DatabaseName.require(name);
        String database = name + suffix;
        DatabaseName.require(database);
        try {
            execute("CREATE DATABASE \"%s\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
                    .formatted(database));
        } catch (SQLException e) {
            throw new EnvironmentFailed(
                    "PostgreSQL did not make the database %s: %s".formatted(database, e.getMessage()));
        }
        made.add(database);
        return new Database(url(database), USER, USER);
    }

    /** What serves, in words: {@code PostgreSQL 17.2 (postgres:17)}. */
    String description() {
        return "PostgreSQL %s (%s)".formatted(version, ServerImage.POSTGRES.image());
    }

    private Optional<String> missing() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show server_version")) {
            answer.next();
            version = answer.getString(1).replaceFirst(" .*", "");
            return Optional.empty();
        } catch (SQLException notYet) {
            return Optional.of(notYet.getMessage());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", USER);
        settings.setProperty("password", USER);
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(url("postgres"), settings);
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(container.host(), container.port(PORT), database);
    }

    /** Removes the container; of one that is kept, what this run has made in it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        atExit.ifPresent(AtExit::close);
        if (keep && container.isRunning()) {
            for (String database : made) {
                try {
                    execute("DROP DATABASE IF EXISTS \"%s\" WITH (FORCE)".formatted(database));
                } catch (SQLException gone) {
                    // whoever removes the container removes it, too
                }
            }
        }
        container.close();
    }
}
