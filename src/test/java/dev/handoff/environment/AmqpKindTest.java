package dev.handoff.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.sun.net.httpserver.HttpServer;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmqpKindTest {

    @TempDir
    private Path folder;

    private final Written written = new Written();
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
    void an_environment_without_rabbitmq_says_what_to_do() {
        assertThatThrownBy(() -> start("{ type: amqp, exchange: shop.events }", "unused"))
                .isInstanceOf(EnvironmentFailed.class)
                .hasMessageEndingWith("the system events needs a \"url\": this environment has no RabbitMQ; the"
                        + " environment containers brings one");
    }

    @Test
    @NeedsDocker
    void a_broker_that_the_vocabulary_names_is_tapped_and_its_address_is_known() throws Exception {
        try (TestRabbit rabbit = TestRabbit.start();
                Connection connection = connect(rabbit)) {
            Channel channel = connection.createChannel();
            channel.exchangeDeclare("shop.events", "topic", true);
            try (Environment environment = start(
                    "{ type: amqp, url: \"${BROKER}\", exchange: shop.events, records: { event: {} } }",
                    rabbit.url())) {
                channel.basicPublish("shop.events", "order.completed", null, new byte[] {'{', '}'});

                assertThat(written.captured(1)).extracting(Captured::effect).containsExactly("event");
                assertThat(environment.probes().get("events").address())
                        .containsEntry("url", rabbit.url())
                        .containsEntry("exchange", "shop.events");
            }
        }
    }

    private static Connection connect(TestRabbit rabbit) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(rabbit.url());
        return factory.newConnection();
    }

    private Environment start(String events, String broker) {
        try {
            Path file = Files.writeString(
                    folder.resolve("handoff.yaml"),
                    "application: { url: \"http://localhost:%d\" }\nsystems: { events: %s }"
                            .formatted(application.getAddress().getPort(), events));
            Vocabulary vocabulary = VocabularyReader.read(file, Map.of("BROKER", broker));
            return Environment.start(
                    EnvironmentSettings.of("embedded"), vocabulary, new Journal(JournalSettings.NONE, written), folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
