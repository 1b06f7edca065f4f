package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.environment.DatabaseServer.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void has_databases_that_know_nothing_of_each_other_and_listens_no_more_when_closed() throws Exception {
        Database shop;
        try (Ports ports = new Ports();
                PostgresServer postgres = PostgresServer.start(folder.resolve("data"), ports)) {
            shop = postgres.createDatabase("shop");
            Database ledger = postgres.createDatabase("ledger-2");

            ask(shop, "create table entry as select 42 as amount");

            assertThat(ask(shop, "select amount from entry")).isEqualTo("42");
            assertThatThrownBy(() -> ask(ledger, "select amount from entry")).hasMessageContaining("does not exist");
            assertThat(ask(ledger, "select lower('ÄÖ')")).isEqualTo("äö");
            assertThat(ask(ledger, "show fsync")).isEqualTo("off");
            assertThatThrownBy(() -> postgres.createDatabase("shop"))
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessageContaining("\"shop\" already exists");
            assertThatThrownBy(() -> postgres.createDatabase("x\" owner \"y"))
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessageContaining("cannot be the name of a database");
        }

        Ports.requireFree(port(shop), "the next run");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void runs_that_start_at_once_where_one_was_killed_while_it_unpacked_do_not_trip_over_each_other() throws Exception {
        Path cache = folder.resolve("cache");
        Path torn = leaveHalfUnpacked(cache);
        try (Ports ports = new Ports()) {
            Process other = new ProcessBuilder(ApplicationProcess.javaCommand(
                            AnotherRun.class.getName(),
                            List.of(folder.resolve("other").toString(), cache.toString())))
                    .redirectErrorStream(true)
                    .start();
            CompletableFuture<PostgresServer> another =
                    CompletableFuture.supplyAsync(() -> PostgresServer.start(folder.resolve("another"), ports, cache));
            try (PostgresServer one = PostgresServer.start(folder.resolve("one"), ports, cache);
                    PostgresServer two = another.join()) {
                assertThat(ask(one.createDatabase("a"), "select 1")).isEqualTo("1");
                assertThat(ask(two.createDatabase("a"), "select 1")).isEqualTo("1");
            }
            List<String> said = other.inputReader().lines().toList();
            assertThat(other.waitFor(10, TimeUnit.SECONDS)).isTrue();

            assertThat(torn).doesNotExist();
            // It ended by exit, without a close.
            assertThat(said).anyMatch(line -> line.startsWith("jdbc:postgresql://localhost:"));
            said.stream()
                    .filter(line -> line.startsWith("jdbc:"))
                    .forEach(url -> Ports.requireFree(port(new Database(url, "", "")), "the next run"));
        }
    }

    @Test
    void a_folder_that_holds_something_is_not_touched() throws Exception {
        Files.writeString(folder.resolve("kept"), "");

        try (Ports ports = new Ports()) {
            assertThatThrownBy(() -> PostgresServer.start(folder, ports))
                    .isInstanceOf(EnvironmentFailed.class)
                    .hasMessageContaining("needs a folder of its own");
        }
    }

    private static Path leaveHalfUnpacked(Path cache) throws IOException {
        Path torn = cache.resolve("postgres")
                .resolve(PostgresBinaries.find().identity())
                .resolve("programs.part");
        Files.createDirectories(torn.resolve("bin"));
        return Files.writeString(torn.resolve("bin").resolve("half-a-program"), "half");
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

    private static int port(Database database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    /** Starts a server, says where, and exits without closing it. */
    static final class AnotherRun {

        public static void main(String[] args) {
            PostgresServer server = PostgresServer.start(Path.of(args[0]), new Ports(), Path.of(args[1]));
            System.out.println(server.createDatabase("shop").url());
        }
    }
}
