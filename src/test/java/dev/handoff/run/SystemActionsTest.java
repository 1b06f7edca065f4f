package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.action.ActionFailed;
import dev.handoff.action.HttpActions;
import dev.handoff.environment.TestServers;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Performed;
import dev.handoff.journal.Settlement;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.Written;
import dev.handoff.sandbox.kafka.KafkaTap;
import dev.handoff.sandbox.sql.SqlProbe;
import dev.handoff.vocabulary.ActionSpec;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages that an action publishes to a real broker, and statements that it runs in a real database. */
@Timeout(60)
class SystemActionsTest {

    private static final String TOPIC = "shop.events";

    @TempDir
    static Path folder;

    private static TestServers.Server broker;
    private static TestServers.Server postgres;

    private final Written written = new Written();
    private final Journal journal = new Journal(new JournalSettings(Map.of("order_id", List.of()), Set.of()), written);
    private final Map<String, Object> remembered = new HashMap<>();
    private final String ours =
            journal.startScenario("ours", "a.feature", 1, List.of()).scenario();
    private Map<String, Probe> probes;
    private HttpActions actions;

    @BeforeAll
    static void startServers() throws Exception {
        broker = TestServers.kafka(folder, TOPIC);
        postgres = TestServers.postgres(folder);
        try (Connection connection = connection()) {
            connection.createStatement().execute("create table points (customer text, number int, at timestamptz)");
        }
    }

    @AfterAll
    static void stopServers() throws Exception {
        broker.close();
        postgres.close();
    }

    private static Connection connection() throws Exception {
        return DriverManager.getConnection(postgres.address(), "postgres", "postgres");
    }

    @BeforeEach
    void begin() {
        probes = Map.of(
                "events",
                new KafkaTap(
                        new SystemSpec.Kafka(
                                "events",
                                Optional.empty(),
                                TOPIC,
                                List.of(),
                                false,
                                Map.of("order event", Map.of()),
                                Map.of()),
                        broker.address(),
                        journal),
                "database",
                new SqlProbe(
                        new SystemSpec.Sql(
                                "database",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofMillis(100),
                                false,
                                Map.of()),
                        TestServers.database(postgres.address()),
                        journal));
        remembered.put("email", "ada@example.test");
        actions = new HttpActions(
                ours,
                journal,
                "http://localhost",
                "X-Correlation-Id",
                name -> Optional.ofNullable(remembered.get(name)),
                remembered::put,
                new OwnSystems(probes));
    }

    @AfterEach
    void end() {
        probes.values().forEach(Probe::close);
    }

    private void perform(String yaml, Map<String, Object> parameters) throws IOException {
        String vocabulary = """
                application: { url: http://localhost }
                correlation: { keys: [order_id, email] }
                systems:
                  events: { type: kafka, topic: shop.events }
                  database: { type: sql, records: { row: { query: "select 1" } } }
                actions:
                """ + yaml.indent(2);
        Vocabulary read =
                VocabularyReader.read(Files.writeString(folder.resolve("handoff.yaml"), vocabulary), Map.of());
        ActionSpec action = read.actions().get(0);
        actions.perform(action, parameters, "When it is done");
    }

    @Test
    void a_message_carries_the_correlation_id_and_is_no_effect() throws Exception {
        perform("""
                "order {order:string} was paid":
                  publish:
                    system: events
                    key: ${order}
                    headers: { X-Type: paid }
                    body: { order_id: "${order}", by: "${email}" }
                  remember: { order_id: "${order}" }
                """, Map.of("order", "A-100"));
        try (var producer = new org.apache.kafka.clients.producer.KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()),
                new org.apache.kafka.common.serialization.StringSerializer(),
                new org.apache.kafka.common.serialization.StringSerializer())) {
            producer.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                            TOPIC, "key", "{\"order_id\":\"A-100\",\"is\":\"the answer\"}"))
                    .get();
        }

        Captured effect = written.captured(1).get(0);
        assertThat(effect.content().text()).contains("the answer");
        assertThat(effect.claims()).as("by the key that the message taught").hasSize(1);
        Performed performed = written.all(Performed.class).get(0);
        assertThat(performed.summary()).startsWith("message on shop.events at ");
        assertThat(performed.content().text()).isEqualTo("{\"order_id\":\"A-100\",\"by\":\"ada@example.test\"}");
        assertThat(performed.content().header("X-Correlation-Id")).contains(ours);
        assertThat(performed.content().header("X-Type")).contains("paid");
        assertThat(performed.copyOf()).isZero();
        assertThat(written.all(KeyLearned.class)).extracting(KeyLearned::value).contains("A-100");
        assertThat(remembered).containsEntry("order_id", "A-100");
        assertThat(journal.glance(ours, Map.of(), Settlement.OPEN).acted()).isEqualTo(performed.sent());
    }

    @Test
    void a_statement_is_run_with_bound_values_and_committed() throws Exception {
        perform("""
                "the customer {name:string} has {number:int} points":
                  sql:
                    system: database
                    statement: insert into points (customer, number, at) values (:who, :number, clock_timestamp())
                    values: { who: "${name} ${email}" }
                """, Map.of("name", "'); drop table points; --", "number", 7));

        try (Connection connection = connection();
                ResultSet rows = connection.createStatement().executeQuery("select customer, number from points")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("'); drop table points; -- ada@example.test");
            assertThat(rows.getInt(2)).isEqualTo(7);
        }
        Performed performed = written.all(Performed.class).get(0);
        assertThat(performed.summary())
                .isEqualTo("insert into points (customer, number, at) values (?, ?, cloc…, 1 row");
        assertThat(performed.content().tree().path("number").asText()).isEqualTo("7");
    }

    @Test
    void a_statement_that_the_database_refuses_fails_the_step() {
        assertThatThrownBy(() -> perform("""
                "it fails":
                  sql: { system: database, statement: "insert into nothing values (1)" }
                """, Map.of()))
                .isInstanceOf(ActionFailed.class)
                .hasMessage("the database of database refuses the statement \"insert into nothing values (1)\": ERROR:"
                        + " relation \"nothing\" does not exist");
    }

    @Test
    void a_value_that_nobody_knows_is_named() {
        assertThatThrownBy(() -> perform("""
                "it is unknown":
                  publish: { system: events, key: "${order_id}" }
                """, Map.of()))
                .isInstanceOf(ActionFailed.class)
                .hasMessageContaining("needs a value for ${order_id}");
    }
}
