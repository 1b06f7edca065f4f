package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.environment.DatabaseServer.Database;
import java.net.ConnectException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real PostgreSQL in a container. */
@Timeout(180)
class PostgresContainerTest {

    private Docker docker;

    @BeforeEach
    void reach() {
        docker = DockerHere.orSkip();
    }

    @Test
    void has_databases_that_know_nothing_of_each_other_and_leaves_no_container() throws Exception {
        Database shop;
        try (PostgresContainer postgres = PostgresContainer.start(docker, "run-1", false)) {
            shop = postgres.createDatabase("shop");
            Database ledger = postgres.createDatabase("ledger-2");

            ask(shop, "create table entry as select 42 as amount");

            assertThat(shop.address()).containsEntry("database", "shop");
            assertThat(ask(shop, "select amount from entry")).isEqualTo("42");
            assertThatThrownBy(() -> ask(ledger, "select amount from entry")).hasMessageContaining("does not exist");
            assertThat(ask(ledger, "select lower('ÄÖ')")).isEqualTo("äö");
            assertThat(ask(ledger, "select 'B' < 'a'"))
                    .as("ordered as in the embedded server")
                    .isEqualTo("t");
            assertThat(ask(ledger, "show fsync")).isEqualTo("off");
            assertThat(postgres.description()).matches("PostgreSQL \\d+\\.\\d+ \\(postgres:17\\)");
            assertThatThrownBy(() -> postgres.createDatabase("shop"))
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessageContaining("\"shop\" already exists");
            assertThatThrownBy(() -> postgres.createDatabase("x\" owner \"y"))
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessageContaining("cannot be the name of a database");
        }

        int port = Integer.parseInt(shop.address().get("port"));
        assertThatThrownBy(() -> new Socket("localhost", port).close()).isInstanceOf(ConnectException.class);
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
