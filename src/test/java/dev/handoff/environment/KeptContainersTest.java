package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import com.rabbitmq.client.ConnectionFactory;
import java.io.BufferedReader;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Containers that stay when a run ends, and those that must not. */
@Timeout(240)
class KeptContainersTest {

    private Docker docker;
    private Set<String> before;

    @BeforeEach
    void look() {
        docker = DockerHere.orSkip();
        before = kept();
    }

    /** A developer's own stay. */
    @AfterEach
    void remove() {
        if (docker == null) {
            return;
        }
        Set<String> made = kept();
        made.removeAll(before);
        made.forEach(container -> docker.client()
                .removeContainerCmd(container)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
        System.clearProperty(KeptContainers.SETTING);
    }

    private Set<String> kept() {
        return docker
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(KeptContainers.LABEL))
                .exec()
                .stream()
                .map(Container::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void runs_at_once_and_after_one_another_share_containers_and_nothing_in_them() throws Exception {
        try (Run one = Run.start("one", true);
                Run two = Run.start("two", true)) {
            assertThat(one.database.getPort()).isEqualTo(two.database.getPort());
            assertThat(one.broker.getPort()).isEqualTo(two.broker.getPort());
            assertThat(one.database.getPath()).isEqualTo("/shop-one");
            assertThat(two.database.getPath()).isEqualTo("/shop-two");
            assertThat(List.of(one.broker.getPath(), two.broker.getPath())).containsExactly("/one", "/two");

            one.end();

            assertThat(databases(two.database)).contains("shop-two").doesNotContain("shop-one");
            assertThatThrownBy(() -> connect(one.broker)).isNotNull();
            connect(two.broker);
        }
        try (Run three = Run.start("three", true)) {
            assertThat(databases(three.database)).contains("shop-three").doesNotContain("shop-one", "shop-two");
        }
        assertThat(kept()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_run_that_is_told_to_end_leaves_no_container() throws Exception {
        try (Run run = Run.start("one", false)) {
            Process process = run.process;
            assertThat(process.toHandle().destroy()).isTrue();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> databases(run.database)).hasMessageContaining("refused");
            assertThatThrownBy(() -> connect(run.broker)).hasMessageContaining("refused");
        }
    }

    @Test
    void only_keeping_can_be_asked_for() {
        assertThat(KeptContainers.asked()).isFalse();
        System.setProperty(KeptContainers.SETTING, "keep");
        assertThat(KeptContainers.asked()).isTrue();
        System.setProperty(KeptContainers.SETTING, "kept");
        assertThatThrownBy(KeptContainers::asked)
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessage(
                        "-Dhandoff.containers=kept says nothing: the one thing that can be said is \"keep\", so that"
                                + " containers stay for the next run.");
    }

    private static void connect(URI broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker);
        factory.newConnection().close();
    }

    private static Set<String> databases(URI database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:" + database, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select datname from pg_database")) {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /** Another JVM with both servers, until it is told to end. */
    private record Run(Process process, URI database, URI broker) implements AutoCloseable {

        static Run start(String name, boolean keep) throws Exception {
            Process process = new ProcessBuilder(ApplicationProcess.javaCommand(
                            Servers.class.getName(), List.of(name, String.valueOf(keep))))
                    .redirectErrorStream(true)
                    .start();
            BufferedReader said = process.inputReader();
            String database = said.readLine();
            String broker = said.readLine();
            assertThat(database).startsWith("jdbc:");
            return new Run(process, URI.create(database.substring("jdbc:".length())), URI.create(broker));
        }

        void end() throws Exception {
            process.getOutputStream().close();
            process.waitFor();
        }

        @Override
        public void close() throws Exception {
            end();
        }
    }

    static final class Servers {

        public static void main(String[] run) throws Exception {
            Docker docker = Docker.reach();
            boolean keep = Boolean.parseBoolean(run[1]);
            PostgresContainer postgres = PostgresContainer.start(docker, run[0], keep);
            RabbitContainer rabbit = RabbitContainer.start(docker, run[0], keep);
            System.out.println(postgres.createDatabase("shop").url());
            System.out.println(rabbit.address());
            System.in.read();
            System.exit(0);
        }
    }
}
