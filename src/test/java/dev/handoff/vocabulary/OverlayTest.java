package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {

    private static final String BASE = """
            application:
              url: http://localhost:${application.port}
              health: GET /health
              start: { main: shop.Shop, args: --fast, environment: { PORT: 1, MODE: test } }
            defaults: { within: 10s, quiet: 1s }
            systems:
              mail: { type: mail, records: { note: {} } }
              events: { type: kafka, topic: "${TOPIC}", records: { order event: {} } }
            workflows:
              order: { promises: { order event: 1 } }
            """;

    @TempDir
    Path folder;

    private Path base;

    @BeforeEach
    void writeBase() throws IOException {
        base = Files.writeString(folder.resolve("handoff.yaml"), BASE);
    }

    @Test
    void its_systems_replace_those_of_the_same_name_where_they_stand() throws IOException {
        Vocabulary laid =
                read("systems: { mail: { type: mail, port: 2525 }, events: { type: kafka, topic: other, records: {"
                        + " order event: {} } } }");
        assertThat(laid.systems().keySet()).containsExactly("mail", "events");
        assertThat(((SystemSpec.Kafka) laid.systems().get("events")).topic()).isEqualTo("other");
        assertThat(laid.effects()).containsExactly("order event");
    }

    @Test
    void a_variable_of_a_replaced_system_need_not_be_set() throws IOException {
        assertThat(read("systems: { events: { type: sql, records: { order event: { query: select 1 } } } }")
                        .events())
                .isEmpty();
    }

    @Test
    void its_keys_of_the_application_replace_those_keys_and_keep_the_others() throws IOException {
        Application application = read(TOPIC_SET + "application: { url: http://shop.test, health: GET /up }")
                .application();
        assertThat(application.url()).isEqualTo(Template.of("http://shop.test"));
        assertThat(application.health()).map(RequestLine::toString).contains("GET /up");
        assertThat(application.start()).isPresent();
    }

    @Test
    void a_key_of_the_application_with_nothing_takes_it_away() throws IOException {
        assertThat(read(TOPIC_SET + "application: { start: ~ }").application().start())
                .isEmpty();
    }

    @Test
    void of_the_environment_of_a_start_single_variables_are_replaced_added_and_taken_away() throws IOException {
        Application.Start start = start("environment: { PORT: 2, AMQP_URL: amqp://broker, MODE: ~ }");

        assertThat(start.environment())
                .containsExactly(
                        Map.entry("PORT", Template.of("2")), Map.entry("AMQP_URL", Template.of("amqp://broker")));
        assertThat(start.main()).contains("shop.Shop");
        assertThat(start.args()).isEqualTo(Template.of("--fast"));
    }

    @Test
    void what_is_started_replaces_what_was_and_keeps_the_rest() throws IOException {
        Application.Start start = start("command: [java, -version]");

        assertThat(start.main()).isEmpty();
        assertThat(start.command()).containsExactly(Template.of("java"), Template.of("-version"));
        assertThat(start.args()).isEqualTo(Template.of("--fast"));
        assertThat(start.environment()).containsOnlyKeys("PORT", "MODE");
    }

    @Test
    void an_image_replaces_a_class_and_a_class_an_image_with_its_port() throws IOException {
        assertThat(start("image: shop, port: 8080").image()).isPresent();
        assertThat(start("image: shop, port: 8080").main()).isEmpty();

        Files.writeString(base, BASE.replace("main: shop.Shop", "image: shop, port: 8080"));
        assertThat(start("main: shop.Shop").image()).isEmpty();
        assertThat(start("image: other").image()).contains(new Application.Image("other", 8080));
        assertThat(start("port: 9090").image()).map(Application.Image::port).contains(9090);
    }

    @Test
    void a_key_of_a_start_with_nothing_takes_it_away() throws IOException {
        Application.Start start = start("environment: ~, args: ~");

        assertThat(start.environment()).isEmpty();
        assertThat(start.args()).isEqualTo(Template.of(""));
        assertThat(start.main()).contains("shop.Shop");
    }

    @Test
    void taking_away_what_is_not_there_is_a_mistake() {
        assertThat(mistakes(TOPIC_SET + "application: { start: { environment: { MODES: ~ }, arg: ~ }, idle: ~ }"))
                .extracting(mistake -> mistake.replace(folder + "/", ""))
                .containsExactly(
                        "handoff-containers.yaml:2:40: \"MODES\" with nothing (~) takes it away from environment in"
                                + " start in application, which does not have it; did you mean \"MODE\"?"
                                + " Known: PORT, MODE",
                        "handoff-containers.yaml:2:52: \"arg\" with nothing (~) takes it away from start in"
                                + " application, which does not have it; did you mean \"args\"?"
                                + " Known: main, args, environment",
                        "handoff-containers.yaml:2:62: \"idle\" with nothing (~) takes it away from application,"
                                + " which does not have it. Known: url, health, start");
    }

    @Test
    void it_may_give_an_environment_more_time() throws IOException {
        Defaults defaults = read(TOPIC_SET + "defaults: { within: 1m }").defaults();
        assertThat(defaults.within()).hasMinutes(1);
        assertThat(defaults.quiet()).hasSeconds(1);
    }

    @Test
    void a_system_that_replaces_none_is_a_mistake() {
        assertThat(mistake("systems: { event: { type: mail } }"))
                .endsWith("handoff-containers.yaml:1:12: an overlay replaces systems, and there is no system \"event\""
                        + " to replace; did you mean \"events\"? Known: mail, events");
    }

    @Test
    void it_cannot_change_what_the_business_says() {
        assertThat(mistake("workflows: { order: {} }"))
                .contains("handoff-containers.yaml:1:1: unknown key \"workflows\" in the overlay ")
                .endsWith("handoff-containers.yaml. Known: application, defaults, systems");
    }

    @Test
    void overlays_in_a_folder_are_left_to_be_chosen() throws IOException {
        Files.writeString(folder.resolve("handoff-external.yaml"), "application: { url: http://external }");
        Path containers =
                Files.writeString(folder.resolve("handoff-containers.yaml"), "application: { url: http://containers }");
        Map<String, String> env = Map.of("TOPIC", "t");
        assertThat(VocabularyReader.read(folder, env).application().url())
                .isEqualTo(Template.of("http://localhost:${application.port}"));
        assertThat(VocabularyReader.read(folder, containers, env).application().url())
                .isEqualTo(Template.of("http://containers"));
    }

    /** Replaces the system whose topic comes from a variable that these tests do not set. */
    private static final String TOPIC_SET =
            "systems: { events: { type: kafka, topic: t, records: { order event: {} } } }\n";

    private Vocabulary read(String overlay) throws IOException {
        Path file = Files.writeString(folder.resolve("handoff-containers.yaml"), overlay);
        return VocabularyReader.read(base, file, Map.of());
    }

    private Application.Start start(String keys) throws IOException {
        return read(TOPIC_SET + "application: { start: { " + keys + " } }")
                .application()
                .start()
                .orElseThrow();
    }

    private String mistake(String overlay) {
        return mistakes(overlay).get(0);
    }

    private List<String> mistakes(String overlay) {
        return catchThrowableOfType(VocabularyInvalid.class, () -> read(overlay)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
