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

/** What an overlay makes of systems to which several files add. */
class OverlaidSystemsTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Path orders;

    @BeforeEach
    void writeBase() throws IOException {
        folder = Files.createDirectory(temporary.resolve("handoff"));
        orders = write("orders.yaml", """
                systems:
                  events: { records: { order event: { where: { $.type: order } } }, consumers: [orders] }
                  crm: { endpoints: [{ on: POST /leads, records: lead }] }
                workflows:
                  order: { promises: { order event: 1, lead: 1 } }
                """);
        write("refunds.yaml", """
                systems:
                  events: { records: { refund event: { where: { $.type: refund } } }, consumers: [refunds] }
                  crm: { endpoints: [{ on: POST /deals, records: deal }] }
                faults:
                  "the deal is lost": the deal is delivered again
                """);
        write("systems.yaml", """
                application: { url: http://localhost }
                systems:
                  events: { type: kafka, topic: shop.events, records: { own event: { where: { $.type: own } } } }
                  crm: { type: http, idempotency-key: header Key }
                """);
    }

    @Test
    void what_other_files_add_stays_when_the_block_with_the_type_is_replaced() throws IOException {
        SystemSpec.Amqp events = (SystemSpec.Amqp) read("systems: { events: { type: amqp, exchange: other } }")
                .systems()
                .get("events");

        assertThat(events.exchange().name()).isEqualTo("other");
        assertThat(events.records()).containsOnlyKeys("order event", "refund event");
        assertThat(events.consumers()).containsExactly("orders", "refunds");
    }

    @Test
    void no_key_of_the_replaced_block_is_left() throws IOException {
        SystemSpec.Http crm = (SystemSpec.Http)
                read("systems: { crm: { type: http, port: 9001 } }").systems().get("crm");

        assertThat(crm.idempotencyKey()).isEmpty();
        assertThat(crm.endpoints()).hasSize(2);
    }

    @Test
    void a_block_that_says_what_it_records_replaces_what_other_files_add_too() throws IOException {
        SystemSpec.Kafka events = (SystemSpec.Kafka)
                read("systems: { events: { type: kafka, topic: other, records: { order event: {} } } }")
                        .systems()
                        .get("events");

        assertThat(events.records()).containsOnlyKeys("order event");
        assertThat(events.consumers()).isEmpty();
    }

    @Test
    void so_does_one_that_says_its_end_points() throws IOException {
        SystemSpec.Http crm = (SystemSpec.Http) read("systems: { crm: { type: http, endpoints: ["
                        + "{ on: POST /v2/leads, records: lead }, { on: POST /v2/deals, records: deal }] } }")
                .systems()
                .get("crm");

        assertThat(crm.endpoints()).extracting(SystemSpec.Endpoint::path).containsExactly("/v2/leads", "/v2/deals");
    }

    @Test
    void a_block_without_a_type_adds() throws IOException {
        SystemSpec.Kafka events =
                (SystemSpec.Kafka) read("systems: { events: { records: { late event: { where: { $.type: late } } } } }")
                        .systems()
                        .get("events");

        assertThat(events.topic()).isEqualTo("shop.events");
        assertThat(events.records()).containsKeys("order event", "refund event", "late event");
    }

    @Test
    void what_others_add_and_the_new_type_does_not_know_is_one_mistake_at_its_place() {
        assertThat(mistakes("systems: { crm: { type: mail } }"))
                .containsExactly(orders + ":3:10: unknown key \"endpoints\" in system crm, whose type stands at "
                        + overlay() + ":1:19. Known: type, port, retry-horizon, bounce, records");
    }

    @Test
    void an_effect_that_nothing_records_any_more_is_one_mistake_that_names_the_overlay_and_who_speaks_of_it() {
        assertThat(mistakes("systems: { events: { type: kafka, topic: other, records: { refund event: {} } } }"))
                .containsExactly(overlay() + ":1:12: system events is replaced here, and no system records the effect"
                        + " \"order event\" any more, as " + orders + ":2:24 did; spoken of in promises in workflow"
                        + " order at " + orders + ":5:24. Known: refund event, lead, deal");
    }

    @Test
    void one_that_only_a_fault_speaks_of_is_a_mistake_too() {
        assertThat(mistakes("systems: { crm: { type: http, endpoints: [{ on: POST /v2/leads, records: lead }] } }"))
                .singleElement()
                .asString()
                .startsWith(overlay() + ":1:12: system crm is replaced here, and no system records the effect \"deal\"")
                .contains("spoken of in fault \"the deal is lost\" at ");
    }

    @Test
    void one_that_another_system_records_now_is_none() throws IOException {
        Vocabulary laid = read("systems: { crm: { type: http, endpoints: [{ on: POST /deals, records: deal }] },"
                + " events: { records: { lead: { where: { $.type: lead } } } } }");

        assertThat(laid.recorderOf("lead")).map(SystemSpec::name).contains("events");
    }

    @Test
    void one_that_nothing_speaks_of_may_go() throws IOException {
        assertThat(read("systems: { events: { type: kafka, topic: other } }").recorderOf("own event"))
                .isEmpty();
    }

    private Path overlay() {
        return temporary.resolve("handoff-containers.yaml");
    }

    private Vocabulary read(String overlay) throws IOException {
        return VocabularyReader.read(folder, Files.writeString(overlay(), overlay), Map.of());
    }

    private List<String> mistakes(String overlay) {
        return catchThrowableOfType(VocabularyInvalid.class, () -> read(overlay)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }
}
