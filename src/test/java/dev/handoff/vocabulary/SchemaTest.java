package dev.handoff.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {

    private static final Path SHIPPED = Path.of("src/main/resources/dev/handoff/handoff.schema.json");
    private static final Path DOCUMENTED = Path.of("docs/handoff.schema.json");
    private static final String URL = "application: { url: http://localhost }\n";

    @TempDir
    Path folder;

    @Test
    void the_documented_schema_is_the_one_that_ships() throws IOException {
        assertThat(DOCUMENTED).hasSameTextualContentAs(SHIPPED);
        assertThat(VocabularyReader.class.getResource("/dev/handoff/handoff.schema.json"))
                .isNotNull();
    }

    @Test
    void it_is_a_valid_schema() throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(Files.readString(SHIPPED), InputFormat.JSON)).isEmpty();
    }

    @Test
    void shops_words_are_valid() throws IOException {
        assertThat(complaints(Files.readString(Path.of("src/test/resources/dev/handoff/vocabulary/one-file.yaml"))))
                .isEmpty();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/handoff"))) {
            for (Path file : files.toList()) {
                assertThat(complaints(Files.readString(file)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void every_key_is_described_and_no_other_is_allowed() throws IOException {
        List<String> bare = new ArrayList<>();
        collectUndescribed(new ObjectMapper().readTree(SHIPPED.toFile()), "$", bare);
        assertThat(bare).isEmpty();
    }

    @Test
    void the_keys_of_the_schema_are_the_keys_of_the_reader() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SHIPPED.toFile());
        assertThat(keys(schema)).containsExactlyElementsOf(Document.SECTIONS);
        assertThat(keys(schema.at("/properties/application"))).containsExactlyElementsOf(ApplicationReader.KEYS);
        assertThat(keys(schema.at("/properties/correlation"))).containsExactlyElementsOf(CorrelationReader.KEYS);
        assertThat(keys(schema.at("/properties/defaults"))).containsExactlyElementsOf(DefaultsReader.KEYS);
        assertThat(keys(schema.at("/$defs/actionRequest"))).containsExactlyElementsOf(RequestReader.KEYS);
        assertThat(keys(schema.at("/$defs/signature"))).containsExactlyElementsOf(SignatureReader.KEYS);
        assertThat(keys(schema.at("/$defs/httpSystem"))).containsExactlyElementsOf(HttpSystemReader.KEYS);
        assertThat(keys(schema.at("/$defs/httpSystem/properties/signature")))
                .containsExactlyElementsOf(RequiredSignatureReader.KEYS);
        assertThat(keys(schema.at("/$defs/mailSystem"))).containsExactlyElementsOf(MailSystemReader.KEYS);
        assertThat(keys(schema.at("/$defs/bounce"))).containsExactlyElementsOf(BounceReader.KEYS);
        assertThat(keys(schema.at("/$defs/kafkaSystem"))).containsExactlyElementsOf(KafkaSystemReader.KEYS);
        assertThat(keys(schema.at("/$defs/amqpSystem"))).containsExactlyElementsOf(AmqpSystemReader.KEYS);
        assertThat(keys(schema.at("/$defs/exchange/anyOf/1")))
                .containsExactlyElementsOf(AmqpSystemReader.EXCHANGE_KEYS);
        assertThat(keys(schema.at("/$defs/sqlSystem"))).containsExactlyElementsOf(SqlSystemReader.KEYS);
        assertThat(keys(schema.at("/$defs/pollSystem"))).containsExactlyElementsOf(PollSystemReader.KEYS);
        assertThat(keys(schema.at("/$defs/paging"))).containsExactlyElementsOf(PollPagingReader.KEYS);
        assertThat(keys(schema.at("/$defs/token"))).containsExactlyElementsOf(PollTokenReader.KEYS);
        assertThat(keys(schema.at("/$defs/rateLimit"))).containsExactlyElementsOf(PollLimitReader.KEYS);
        assertThat(schema.at("/$defs/pollSystem/properties/preset/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Presets.names());
        assertThat(keys(schema.at("/$defs/contract/oneOf/1"))).containsExactlyElementsOf(ContractReader.KEYS);
        assertThat(keys(schema.at("/$defs/endpoint"))).containsExactlyElementsOf(EndpointReader.KEYS);
        assertThat(keys(schema.at("/$defs/approval"))).containsExactlyElementsOf(ApprovalReader.KEYS);
        assertThat(keys(schema.at("/$defs/workflow"))).containsExactlyElementsOf(WorkflowReader.KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour: red",
                "application: { url: localhost }",
                "application: { url: http://x, helth: GET / }",
                "application: { url: http://x, name: 42 }",
                "application: { url: http://x, health: get / }",
                "application: { url: http://x, health: GET health }",
                "application: { url: http://x, idle: { request: GET / } }",
                "application: { url: http://x, idle: { request: GET /, when: { idle: true } } }",
                "application: { url: http://x, status: { request: GET /, stage: stage } }",
                "application: { url: http://x, outbox: { system: db } }",
                "application: { url: http://x, start: {} }",
                "application: { url: http://x, start: { main: a.B, command: [a] } }",
                "application: { url: http://x, start: { command: java } }",
                "application: { url: http://x, start: { main: a B } }",
                "application: { url: http://x, start: { main: a.B, environment: { A-B: 1 } } }",
                "correlation: { header: A B }",
                "correlation: { on-stray: shout }",
                "correlation: { keys: order_id }",
                "correlation: { keys: [ORDER] }",
                "correlation: { keys: [{ a: b }] }",
                "correlation: { mask: password }",
                "defaults: { within: 10 }",
                "defaults: { within: 10 s }",
                "defaults: { within: 0s }",
                "defaults: { quiet: -1s }",
                "systems: { a: {} }",
                "systems: { a: { type: Ftp } }",
                "systems: { 'a!': { type: mail } }",
                "systems: { a: { type: http, endpoints: [] } }",
                "systems: { a: { type: http, endpoints: [{ records: x }] } }",
                "systems: { a: { type: http, endpoints: [{ on: GET x }] } }",
                "systems: { a: { type: http, endpoints: [{ on: 'GET /x?y=1' }] } }",
                "systems: { a: { type: http, endpoints: [{ on: GET /x, respond: { status: 99 } }] } }",
                "systems: { a: { type: http, endpoints: [{ on: GET /x, respond: { headers: { A B: c } } }] } }",
                "systems: { a: { type: http, endpoints: [{ on: GET /x, records: 'x!' }] } }",
                "systems: { a: { type: http, idempotency-key: Key, endpoints: [{ on: GET /x }] } }",
                "systems: { a: { type: http, signature: X-Signature, endpoints: [{ on: GET /x }] } }",
                "systems: { a: { type: http, signature: { header: S }, endpoints: [{ on: GET /x }] } }",
                "systems: { a: { type: http, signature: { header: S, secret: x, style: rsa }, endpoints: [{ on: GET /x }] } }",
                "systems: { a: { type: http, shared: maybe, endpoints: [{ on: GET /x }] } }",
                "systems: { a: { type: http, port: 70000, endpoints: [{ on: GET /x }] } }",
                "systems: { a: { type: mail, topic: x } }",
                "systems: { a: { type: mail, bounce: POST /webhooks/mail } }",
                "systems: { a: { type: mail, bounce: { body: { type: bounce } } } }",
                "systems: { a: { type: mail, bounce: { http: POST /x, remember: { id: $.id } } } }",
                "systems: { a: { type: mail, records: [x] } }",
                "systems: { a: { type: mail, records: { x: { body: y } } } }",
                "systems: { a: { type: kafka } }",
                "systems: { a: { type: kafka, topic: '' } }",
                "systems: { a: { type: kafka, topic: t, records: { x: { where: { type: y } } } } }",
                "systems: { a: { type: sql, url: postgres } }",
                "systems: { a: { type: sql, every: 0ms } }",
                "systems: { a: { type: sql, records: { x: {} } } }",
                "actions: { a: {} }",
                "actions: { '': { http: GET / } }",
                "actions: { When a: { http: GET / } }",
                "actions: { a: { http: GET /, do: [{ http: GET / }] } }",
                "actions: { a: { do: [] } }",
                "actions: { a: { do: [{ body: 1 }] } }",
                "actions: { a: { do: [{ http: GET /, as: b }] } }",
                "actions: { a: { http: GET /, body: 1, form: { a: b } } }",
                "actions: { a: { http: GET /, remember: { a: id } } }",
                "actions: { a: { http: GET /, remember: { A: $.id } } }",
                "actions: { a: { http: GET /, headers: [a] } }",
                "actions: { a: { http: GET /, sign: s3cret } }",
                "actions: { a: { http: GET /, sign: { header: X-Signature } } }",
                "actions: { a: { http: GET /, sign: { secret: s3cret } } }",
                "actions: { a: { http: GET /, sign: { header: A B, secret: s3cret } } }",
                "actions: { a: { http: GET /, sign: { header: X-Signature, secret: s3cret, prefix: [a] } } }",
                "actions: { a: { do: [{ http: GET /, sign: { header: X-Signature, key: s3cret } }] } }",
                "faults: { 'the {x} is down': a is down }",
                "faults: { Given a: a is down }",
                "faults: { a: [] }",
                "faults: { a: { b: c } }",
                "faults: { a: 1 }",
                "workflows: { a: {} }",
                "workflows: { a: { promises: {} } }",
                "workflows: { a: { promises: { x: -1 } } }",
                "workflows: { a: { promises: { x: one } } }",
                "workflows: { a: { promises: { x: 1 }, changes-with: src } }"
            })
    void what_the_schema_refuses_the_reader_refuses(String yaml) throws IOException {
        String file = yaml.startsWith("application") ? yaml : URL + yaml;
        assertThat(complaints(file)).as("the schema's complaints").isNotEmpty();
        assertThatExceptionOfType(VocabularyInvalid.class).isThrownBy(() -> read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application: { url: 'http://localhost:${application.port}', start: { command: [java, -version] } }",
                "application: { url: '${SHOP_URL:-http://x}', health: 'GET ${HEALTH:-/health}' }",
                "correlation: { keys: [order_id, { email: [recipient] }] }",
                "correlation: { keys: { order_id: [], email: [recipient] } }",
                "defaults: { quiet: 0s, within: '${WITHIN:-1m}' }",
                "systems: { a: { type: http, port: 8080, endpoints: [{ on: 'GET /x/{id}/*', respond: { body: [1] } }] } }",
                "systems: { a: { type: http, port: '${PORT:-0}', endpoints: [{ on: GET / }] } }",
                "systems: { a: { type: http, shared: true, endpoints: [{ on: GET /x }] } }",
                "systems: { a: { type: mail, records: { b: {} } } }",
                "systems: { a: { type: mail, bounce: { http: POST /x, body: { to: '${recipient}', id: '${messageId}' } } } }",
                "systems: { a: { type: kafka, topic: t, records: { b: { where: { key: 1, header X: true } } } } }",
                "systems: { a: { type: sql, user: 1, records: { b: { query: select 1 } } } }",
                "actions: { a: { http: GET /, headers: { A: 1 }, query: { b: true }, remember: { a: status } } }",
                "actions: { a: { http: GET /, sign: { header: X-Signature, secret: '${SECRET:-x}', prefix: 'sha256=' } } }",
                "actions: { a: { do: [{ http: GET /, sign: { header: A, secret: 1 } }] } }",
                "faults: { the provider is away: a is down, its answers are lost: [b, c] }",
                "systems: { a: { type: http, error-body: { error: { code: 7 } }, endpoints: [{ on: GET / }] } }",
                "actions: { 'a {b} c:': { do: [{ http: GET /, form: { a: '${x}' } }], as: the b } }",
                "systems: { a: { type: mail, records: { b: {} } } }\nworkflows: { w: { promises: { b: 0 } } }"
            })
    void what_the_reader_takes_the_schema_takes(String yaml) throws IOException {
        String file = yaml.startsWith("application") ? yaml : URL + yaml;
        assertThat(complaints(file)).as("the schema's complaints").isEmpty();
        assertThatCode(() -> read(file)).doesNotThrowAnyException();
    }

    private Vocabulary read(String yaml) throws IOException {
        return VocabularyReader.read(Files.writeString(folder.resolve("handoff.yaml"), yaml), Map.of());
    }

    private static List<?> complaints(String yaml) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SHIPPED), InputFormat.JSON)
                .validate(yaml, InputFormat.YAML);
    }

    private static List<String> keys(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static void collectUndescribed(JsonNode schema, String path, List<String> bare) {
        boolean conditional = path.endsWith(".if") || path.contains("dependentSchemas") || path.endsWith("system");
        JsonNode properties = schema.path("properties");
        if (properties.isObject() && !conditional) {
            if (!schema.path("additionalProperties").isBoolean()) {
                bare.add(path + " allows other keys");
            }
            properties.properties().forEach(property -> {
                if (property.getValue().path("description").asText().isBlank()) {
                    bare.add(path + "." + property.getKey());
                }
            });
        }
        schema.properties().forEach(part -> collectUndescribed(part.getValue(), path + "." + part.getKey(), bare));
        if (schema.isArray()) {
            schema.forEach(part -> collectUndescribed(part, path + "[]", bare));
        }
    }
}
