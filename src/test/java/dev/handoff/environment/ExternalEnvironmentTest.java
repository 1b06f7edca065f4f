package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalEnvironmentTest {

    @TempDir
    private Path folder;

    private HttpServer application;

    @BeforeEach
    void somebodyRunsTheApplication() throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
    }

    @AfterEach
    void stop() {
        application.stop(0);
    }

    @Test
    void everything_that_the_vocabulary_does_not_say_is_named_at_once() {
        Vocabulary vocabulary = vocabulary("""
                application: { url: "http://localhost:${application.port}", start: { main: shop.Shop } }
                systems:
                  payments: { type: http, endpoints: [{ on: POST /refunds }] }
                  mail: { type: mail }
                  events: { type: kafka, topic: events }
                  database: { type: sql }
                """);

        assertThatThrownBy(() -> start(EnvironmentSettings.of("external"), vocabulary))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessage("""
                        The vocabulary does not say enough for the environment external; say it in an overlay, handoff-external.yaml beside it:
                          the stand-in payments needs a "port", at which the application finds it
                          the mail server mail needs a "port", at which the application finds it
                          the system database needs a "url": this environment brings no database
                          the system events needs a "bootstrap": this environment brings no Kafka broker
                          application needs a "url" at which it runs: this environment does not start it""");
    }

    @Test
    void the_application_is_not_started_although_the_vocabulary_says_how() {
        Vocabulary vocabulary =
                vocabulary("application: { url: \"%s\", start: { command: [/none/at/all] } }".formatted(url()));

        try (Environment environment = start(EnvironmentSettings.of("external"), vocabulary)) {
            assertThat(environment.application()).isEmpty();
            assertThat(environment.applicationUrl()).isEqualTo(url());
            assertThat(environment.facts()).containsEntry("Environment", "external");
        }
    }

    @Test
    void stand_ins_listen_at_their_ports_and_are_reached_at_the_address_that_was_asked_for() throws IOException {
        Ports ports = new Ports();
        int payments = ports.reserve();
        int mail = ports.reserve();
        Vocabulary vocabulary = vocabulary("""
                application: { url: "%s" }
                systems:
                  payments: { type: http, port: %d, endpoints: [{ on: POST /refunds }] }
                  mail: { type: mail, port: %d }
                """.formatted(url(), payments, mail));

        try (ports;
                Environment environment =
                        start(EnvironmentSettings.of("external").listeningAt("127.0.0.2"), vocabulary)) {
            assertThat(environment.probes().get("payments").address())
                    .containsEntry("url", "http://127.0.0.2:" + payments);
            for (int port : new int[] {payments, mail}) {
                try (Socket socket = new Socket("127.0.0.2", port)) {
                    assertThat(socket.isConnected()).isTrue();
                }
                assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void an_address_that_is_none_is_named() {
        assertThatThrownBy(() -> EnvironmentSettings.of("external").listeningAt("not an address"))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessage("\"not an address\" is no address that this machine could listen at");
    }

    private String url() {
        return "http://localhost:" + application.getAddress().getPort();
    }

    private Environment start(EnvironmentSettings settings, Vocabulary vocabulary) {
        Journal journal = new Journal(JournalSettings.NONE, entry -> {});
        return Environment.start(settings, vocabulary, journal, folder);
    }

    private Vocabulary vocabulary(String text) {
        try {
            return VocabularyReader.read(Files.writeString(folder.resolve("handoff.yaml"), text), Map.of());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
