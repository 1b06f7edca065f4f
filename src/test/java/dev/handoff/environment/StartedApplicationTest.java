package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is ended and started again at the same address. */
@Timeout(60)
class StartedApplicationTest {

    private final Ports ports = new Ports();
    private final List<String> ready = new CopyOnWriteArrayList<>();
    private int port;
    private StartedApplication application;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        port = ports.reserve();
        URI health = URI.create("http://localhost:" + port + "/health");
        List<String> command =
                ApplicationProcess.javaCommand(StartedApplicationTest.class.getName(), List.of(String.valueOf(port)));
        application = new StartedApplication(() -> ApplicationProcess.start(
                new ArrayList<>(command), Map.of(), folder.resolve("log"), health, Duration.ofSeconds(30)));
    }

    @AfterEach
    void close() {
        application.close();
        ports.close();
    }

    /** The application: it says its process ID, and ends by itself when it is asked to. */
    public static void main(String[] port) throws Exception {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port[0])), 0);
        server.createContext("/", exchange -> {
            byte[] pid = String.valueOf(ProcessHandle.current().pid()).getBytes();
            exchange.sendResponseHeaders(200, pid.length);
            exchange.getResponseBody().write(pid);
            exchange.close();
            if (exchange.getRequestURI().getPath().equals("/end")) {
                Runtime.getRuntime().halt(3);
            }
        });
        server.start();
    }

    private String ask(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void is_another_process_at_the_same_address_after_a_restart() throws Exception {
        String before = ask("/");

        assertThat(application.restart()).matches("restarted, ready after \\d+\\.\\d s");
        assertThat(ask("/")).isNotEqualTo(before);
        assertThat(application.absence()).isEmpty();
    }

    @Test
    void is_gone_at_once_when_killed_and_away_until_it_is_ready() throws Exception {
        long before = Long.parseLong(ask("/"));
        application.kill(done -> ready.add(application.absence().orElse("here")));

        assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(application.absence()).contains("the application was ended and is not ready again");
        assertThat(application.awaitReady()).startsWith("killed and started again, ready after");
        assertThat(ready)
                .as("whoever is told is told before anything can settle")
                .containsExactly("the application was ended and is not ready again");
        assertThat(application.absence()).isEmpty();
        assertThat(Long.parseLong(ask("/"))).isNotEqualTo(before);
    }

    @Test
    void an_end_of_its_own_is_no_restart() throws Exception {
        long pid = Long.parseLong(ask("/"));
        ask("/end");
        ProcessHandle.of(pid).map(ProcessHandle::onExit).ifPresent(exit -> exit.join());

        assertThat(application.absence()).isEqualTo(Optional.of("the application has ended"));
        assertThatThrownBy(application::awaitReady)
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessageStartingWith("The application has ended during the run.");
    }
}
