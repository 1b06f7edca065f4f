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

class ContractReaderTest {

    private static final String APPLICATION = "application: { url: http://localhost }\n";
    private static final String SCHEMA = "{\"type\": \"object\", \"required\": [\"amount\"]}";

    @TempDir
    Path folder;

    @BeforeEach
    void writeContracts() throws IOException {
        Files.createDirectories(folder.resolve("contracts"));
        Files.writeString(folder.resolve("contracts/a.json"), SCHEMA);
        Files.writeString(folder.resolve("contracts/b.json"), SCHEMA);
    }

    @Test
    void every_type_of_system_takes_contracts() throws IOException {
        Vocabulary vocabulary = read("""
                systems:
                  payments:
                    type: http
                    endpoints: [{ on: POST /v1/refunds, records: provider refund, contract: contracts/a.json }]
                  mail: { type: mail, records: { receipt: { contract: contracts/a.json } } }
                  events:
                    type: kafka
                    topic: t
                    records:
                      refund event:
                        contract: { schema: contracts/b.json, producer: billing, consumers: [ledger, analytics] }
                  database: { type: sql, records: { entry: { query: select 1, contract: contracts/b.json } } }
                """);
        assertThat(vocabulary.contracts().keySet())
                .containsExactly("provider refund", "receipt", "refund event", "entry");
        ContractSpec event = vocabulary.contracts().get("refund event");
        assertThat(event.producer()).contains("billing");
        assertThat(event.consumers()).containsExactly("ledger", "analytics");
        assertThat(event.file()).endsWith("contracts/b.json");
    }

    @Test
    void who_reads_the_requests_to_a_stand_in_is_its_system_unless_said_otherwise() throws IOException {
        Vocabulary vocabulary = read("""
                systems:
                  payments:
                    type: http
                    endpoints:
                      - { on: POST /a, records: a refund, contract: contracts/a.json }
                      - { on: POST /b, records: b refund, contract: { schema: contracts/a.json, consumers: [ledger] } }
                  mail: { type: mail, records: { receipt: { contract: contracts/a.json } } }
                """);
        assertThat(vocabulary.contracts().get("a refund").consumers()).containsExactly("payments");
        assertThat(vocabulary.contracts().get("b refund").consumers()).containsExactly("ledger");
        assertThat(vocabulary.contracts().get("receipt").consumers()).isEmpty();
    }

    @Test
    void a_path_means_the_same_in_a_file_and_in_a_folder_of_files() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("handoff"));
        Files.writeString(parts.resolve("a.yaml"), APPLICATION);
        Files.writeString(
                parts.resolve("b.yaml"),
                "systems: { mail: { type: mail, records: { receipt: { contract: contracts/a.json } } } }");
        assertThat(VocabularyReader.read(parts, Map.of()).contracts()).containsOnlyKeys("receipt");
    }

    @Test
    void the_end_points_of_one_effect_share_its_contract() throws IOException {
        String systems = """
                systems:
                  crm:
                    type: http
                    endpoints:
                      - { on: POST /contacts, records: contact, contract: contracts/a.json }
                      - { on: PUT /contacts, records: contact }
                      - { on: PATCH /contacts, records: contact, contract: contracts/a.json }
                """;
        assertThat(read(systems).contracts()).containsOnlyKeys("contact");
        assertThat(mistakes(systems.replace(
                        "PATCH /contacts, records: contact, contract: contracts/a",
                        "PATCH /contacts," + " records: contact, contract: contracts/b")))
                .singleElement()
                .asString()
                .matches(".*handoff.yaml:8:60: the effect \"contact\" has another contract at .*handoff.yaml:6:59;"
                        + " an effect has one contract, so one of the two must be named otherwise");
    }

    @Test
    void what_cannot_be_used_is_said_with_its_place_in_the_vocabulary() throws IOException {
        Files.writeString(folder.resolve("contracts/torn.json"), "{\"type\": ");
        Files.writeString(folder.resolve("contracts/empty.json"), "{}");
        Files.writeString(folder.resolve("contracts/wrong.json"), "{\"properties\": {\"a\": {\"type\": \"strin\"}}}");
        Files.write(folder.resolve("contracts/latin.json"), new byte[] {'"', (byte) 0xe4, '"'});
        String contracts = folder.toRealPath() + "/contracts";
        assertThat(mistakes("""
                        systems:
                          mail:
                            type: mail
                            records:
                              a mail: { subject: a, contract: contracts/nowhere.json }
                              b mail: { subject: b, contract: contracts/torn.json }
                              c mail: { subject: c, contract: { schema: contracts/empty.json, consumer: [x] } }
                              d mail: { subject: d, contract: contracts/wrong.json }
                              e mail: { subject: e, contract: contracts }
                              f mail: { subject: f, contract: { producer: shop } }
                              g mail: { subject: g, contract: 5 }
                              h mail: { subject: h, contract: contracts/latin.json }
                          crm: { type: http, endpoints: [{ on: POST /x, contract: contracts/a.json }] }
                        """))
                .extracting(
                        mistake -> mistake.replaceFirst("^.*handoff.yaml:", "").replace(contracts, "C"))
                .containsExactly(
                        "6:39: the contract C/nowhere.json cannot be used: there is no such file",
                        "7:39: the contract C/torn.json cannot be used: it is no JSON in line 1, column 10:"
                                + " Unexpected end-of-input within/between Object entries",
                        "8:49: the contract C/empty.json cannot be used: it says nothing that a payload could break",
                        "8:71: unknown key \"consumer\" in contract in c mail in records in system mail; did you mean"
                                + " \"consumers\"? Known: schema, producer, consumers",
                        "9:39: the contract C/wrong.json cannot be used: #/properties/a/type is \"strin\" (text); JSON"
                                + " Schema allows one of array, boolean, integer, null, number, object, string",
                        "10:39: the contract C cannot be used: it is a folder",
                        "11:29: contract in f mail in records in system mail lacks the key \"schema\"; it is the path of"
                                + " a JSON Schema, relative to where the vocabulary lies",
                        "12:39: contract in g mail in records in system mail must be the path of a JSON Schema, relative"
                                + " to where the vocabulary lies, found the number 5",
                        "13:39: the contract C/latin.json cannot be used: it is not UTF-8",
                        "14:59: contract in endpoint POST /x in system crm needs the key \"records\" beside it: it is"
                                + " the effect's contract");
    }

    private Vocabulary read(String systems) throws IOException {
        Path file = folder.toRealPath().resolve("handoff.yaml");
        Files.writeString(file, APPLICATION + systems);
        return VocabularyReader.read(file, Map.of());
    }

    private List<String> mistakes(String systems) {
        return catchThrowableOfType(VocabularyInvalid.class, () -> read(systems)).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
