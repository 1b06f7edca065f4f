package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ApplicationProcessTest {

    private final Ports ports = new Ports();

    @TempDir
    Path folder;

    private Path log;
    private int port;
    private URI health;

    @BeforeEach
    void choosePort() {
        log = folder.resolve("logs").resolve("application.log");
        port = ports.reserve();
        health = URI.create("http://localhost:" + port + "/health");
    }

    @AfterEach
    void releasePort() {
        ports.close();
    }

    @Test
    void is_ready_when_it_is_healthy_and_ends_when_closed() {
        try (ApplicationProcess application = start("healthy", Duration.ofSeconds(10))) {
            assertThat(application.isAlive()).isTrue();
            assertThat(application.lastLogLines()).containsExactly("greeting: hello");
        }

        Ports.requireFree(port, "the next start");
    }

    @Test
    void a_log_goes_on_over_a_restart_and_only_the_new_lines_count() throws Exception {
        start("healthy", Duration.ofSeconds(10)).close();
        try (ApplicationProcess again = start("healthy", Duration.ofSeconds(10))) {
            assertThat(again.lastLogLines()).containsExactly("greeting: hello");
        }

        assertThat(Files.readAllLines(log))
                .filteredOn(line -> line.startsWith("greeting"))
                .hasSize(2);
    }

    @Test
    void an_exit_at_once_is_told_with_the_end_of_the_log() {
        assertThatThrownBy(() -> start("broken", Duration.ofSeconds(10)))
                .isInstanceOf(EnvironmentFailed.class)
                .message()
                .matches("(?s)The application did not start: it ended with exit code 3 after \\d+[.,]\\d s\\.\n"
                        + "The end of its log, \\Q" + log + "\\E:\n"
                        + "  line 7\n.*  line 20\n  SHOP_DB is not set");
    }

    @Test
    void never_healthy_is_told_with_the_last_answer() {
        assertThatThrownBy(() -> start("sick", Duration.ofMillis(1_500)))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessage("The application was not ready within 1.5 s: GET " + health + " answered 503.\n"
                        + "The end of its log, " + log + ":\n  greeting: hello");

        Ports.requireFree(port, "the next start");
    }

    @Test
    void never_answering_is_told_as_that() {
        assertThatThrownBy(() -> start("mute", Duration.ofSeconds(1)))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessage("The application was not ready within 1 s: GET " + health
                        + " was refused: nothing listens there.\nIts log is empty: " + log);
    }

    @Test
    void a_command_that_is_not_there_is_told_as_that() {
        assertThatThrownBy(() ->
                        ApplicationProcess.start(List.of("no-such-shop"), Map.of(), log, health, Duration.ofSeconds(1)))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessageStartingWith("The application could not be started with the command \"no-such-shop\": ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_it_started_ends_with_it() {
        String java = "'" + String.join("' '", application("healthy")) + "'";
        ApplicationProcess.start(
                        List.of("sh", "-c", java + " & wait"),
                        Map.of("GREETING", "hello"),
                        log,
                        health,
                        Duration.ofSeconds(10))
                .close();

        Ports.requireFree(port, "the next start");
    }

    private ApplicationProcess start(String mode, Duration within) {
        return ApplicationProcess.start(application(mode), Map.of("GREETING", "hello"), log, health, within);
    }

    private List<String> application(String mode) {
        return ApplicationProcess.javaCommand(Application.class.getName(), List.of(mode, Integer.toString(port)));
    }

    /** An application that starts well, or not. */
    static final class Application {

        public static void main(String[] args) throws IOException, InterruptedException {
            switch (args[0]) {
                case "healthy" -> serve(Integer.parseInt(args[1]), 204);
                case "sick" -> serve(Integer.parseInt(args[1]), 503);
                case "mute" -> Thread.currentThread().join();
                default -> {
                    for (int i = 1; i <= 20; i++) {
                        System.out.println("line " + i);
                    }
                    System.err.println("SHOP_DB is not set");
                    System.exit(3);
                }
            }
        }

        private static void serve(int port, int status) throws IOException {
            System.out.println("greeting: " + System.getenv("GREETING"));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/health", exchange -> {
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }
    }
}
