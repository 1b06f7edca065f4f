package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.vocabulary.RequestLine;
import dev.handoff.vocabulary.Template;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationEndpointTest {

    private final ScriptedServer server = new ScriptedServer();
    private final ApplicationEndpoint endpoint = new ApplicationEndpoint(server.url());

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode ask(String method, String target) throws IOException {
        return endpoint.ask(
                new RequestLine(method, Template.of(target)),
                name -> Optional.ofNullable(Map.<String, Object>of("id", "A-1").get(name)));
    }

    @Test
    void a_path_is_asked_of_the_application() throws Exception {
        server.then(200, "{\"n\":1}");

        assertThat(ask("POST", "/work/${id}").path("n").asInt()).isEqualTo(1);
        assertThat(server.asked).containsExactly("POST /work/A-1");
    }

    @Test
    void an_absolute_address_is_asked_as_it_is() throws Exception {
        server.then(200, "{}");

        new ApplicationEndpoint("http://localhost:1")
                .ask(new RequestLine("GET", Template.of(server.url() + "/x")), name -> Optional.empty());

        assertThat(server.asked).containsExactly("GET /x");
    }

    @Test
    void an_error_is_no_answer() {
        server.then(500, "{}");

        assertThatThrownBy(() -> ask("GET", "/work"))
                .isInstanceOf(IOException.class)
                .hasMessage("GET /work was answered 500");
    }

    @Test
    void nobody_there_is_no_answer() {
        server.close();

        assertThatThrownBy(() -> ask("GET", "/work")).isInstanceOf(IOException.class);
    }

    @Test
    void what_has_no_value_yet_cannot_be_asked() {
        assertThatThrownBy(() -> ask("GET", "/work/${refund_id}"))
                .isInstanceOf(IOException.class)
                .hasMessage("GET /work/${refund_id} cannot be asked: ${refund_id} has no value here");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void what_is_no_address_cannot_be_asked() {
        assertThatThrownBy(() -> ask("GET", "/a b"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("GET /a b cannot be asked: ");
    }

    @Test
    void an_interrupt_ends_the_asking_and_is_kept() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> ask("GET", "/work"))
                .isInstanceOf(IOException.class)
                .hasMessage("GET /work was interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
