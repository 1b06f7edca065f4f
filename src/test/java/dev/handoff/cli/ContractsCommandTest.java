package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.recording.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsCommandTest {

    private static final String VOCABULARY = """
            application: { name: Shop, url: http://localhost }
            systems:
              payments:
                type: http
                endpoints:
                  - { on: POST /r, records: provider refund, contract: provider-refund.schema.json }
                  - { on: POST /p, records: payout }
              mail: { type: mail, records: { receipt: { contract: provider-refund.schema.json } } }
            """;

    @TempDir
    Path folder;

    private Path run;
    private Path vocabulary;

    @BeforeEach
    void record() throws IOException {
        run = recorded("before", "{\"amount\": 2500, \"riskLevel\": \"low\", \"password\": \"geheim\"}");
        vocabulary = folder.resolve("handoff.yaml");
        Files.writeString(vocabulary, VOCABULARY);
    }

    private Path recorded(String name, String refund) {
        try (RunFolder runFolder = new RunFolder(folder, name)) {
            Journal journal = new Journal(JournalSettings.NONE, runFolder);
            journal.startScenario("A refund", "a.feature", 3, List.of("REF-1"));
            journal.capture(capture("provider refund", refund));
            journal.capture(capture("provider refund", refund));
            journal.capture(capture("payout", "{\"iban\": \"DE02\"}"));
            journal.capture(Capture.effect(
                    "payments",
                    "cut short",
                    "POST /r",
                    Map.of(),
                    new Message(Map.of(), "application/json", "{\"a\"", 4)));
            return runFolder.folder();
        }
    }

    private static Capture capture(String effect, String json) {
        return Capture.effect("payments", effect, "POST /r", Map.of(), Message.of(Map.of(), "application/json", json));
    }

    @Test
    void learn_writes_a_proposal_for_each_effect_and_drift_finds_none() throws IOException {
        Answer learned = handoff("contracts", "learn", "--run", run.toString(), "--out", folder.toString());
        assertThat(learned.exitCode()).isZero();
        assertThat(learned.out())
                .contains("provider refund, 2 payloads: " + folder.resolve("provider-refund.schema.json"))
                .contains("cut short: left out 1 of which only the beginning was captured");
        assertThat(Files.readString(folder.resolve("provider-refund.schema.json")))
                .contains("\"title\": \"provider refund\"", "riskLevel")
                .doesNotContain("geheim", "low", "masked-");

        Answer drift = drift(run);
        assertThat(drift.exitCode()).as(drift.err()).isZero();
        assertThat(drift.out().strip())
                .isEqualTo("No contract drift: 2 payloads compared with 1 contract. Contracts without payloads in this"
                        + " run: receipt. Payloads without a contract: payout.");
    }

    @Test
    void learn_learns_from_what_an_effect_becomes() throws IOException {
        Path changing = runOfARow("{\"state\": \"new\"}", "{\"state\": \"paid\", \"paid_by\": \"card\"}");
        Answer learned = handoff("contracts", "learn", "--run", changing.toString(), "--out", folder.toString());

        assertThat(learned.out()).contains("payment, 2 payloads");
        assertThat(Files.readString(folder.resolve("payment.schema.json"))).contains("paid_by");
    }

    private Path runOfARow(String first, String then) {
        try (RunFolder runFolder = new RunFolder(folder, "changing")) {
            Journal journal = new Journal(JournalSettings.NONE, runFolder);
            journal.startScenario("A refund", "a.feature", 3, List.of());
            Captured row = journal.captureLasting(capture("payment", first));
            journal.changed(row, row.at(), Message.of(Map.of(), "application/json", then));
            journal.changed(row, row.at(), null);
            return runFolder.folder();
        }
    }

    @Test
    void drift_is_reported_in_markdown_with_whom_it_breaks() throws IOException {
        handoff("contracts", "learn", "--run", run.toString(), "--out", folder.toString());
        Path after = recorded("after", "{\"amount\": \"25.00\", \"risk_score_band\": \"B|2\", \"password\": \"x\"}");

        Answer drift = drift(after);

        assertThat(drift.exitCode()).isEqualTo(1);
        assertThat(drift.out().strip().replace(folder.toAbsolutePath().toString(), "F"))
                .isEqualTo("""
                        ### Contract drift

                        1 contract differs from what was sent; 2 payloads compared with 1 contract.

                        **provider refund** (`F/provider-refund.schema.json`): breaks **payments**; sent by Shop

                        | field | change | in this run | payloads |
                        | --- | --- | --- | --- |
                        | `$.riskLevel` | renamed? | missing; $.risk\\_score\\_band is new and holds the same kind of value: renamed? | 2 of 2 |
                        | `$.amount` | type changed | a text instead of a whole number | 2 of 2 |

                        Contracts without payloads in this run: receipt.

                        Payloads without a contract: payout.""");
    }

    @Test
    void a_contract_that_is_there_is_left_alone() throws IOException {
        Path file = folder.resolve("provider-refund.schema.json");
        Files.writeString(file, "{\"type\": \"object\"}");
        Answer learned = handoff("contracts", "learn", "--run", run.toString(), "--out", folder.toString());
        assertThat(learned.out()).contains(file + " is there already and was left alone");
        assertThat(file).hasContent("{\"type\": \"object\"}");

        assertThat(handoff(
                                "contracts",
                                "learn",
                                "--run",
                                run.toString(),
                                "--vocabulary",
                                vocabulary.toString(),
                                "--out",
                                folder.resolve("new").toString())
                        .out())
                .contains("payout, 1 payload")
                .doesNotContain("provider refund");
    }

    @Test
    void what_cannot_be_done_ends_with_2_and_says_what_would() throws IOException {
        Files.writeString(folder.resolve("provider-refund.schema.json"), "{");
        assertCannot("is no folder of a run", "contracts", "learn", "--run", folder.toString());
        assertCannot("there is no vocabulary at nowhere", "contracts", "drift", "--vocabulary", "nowhere");
        assertCannot("provider-refund.schema.json cannot be used: it is no JSON", driftOf(run));
        assertCannot("Unknown options: '--rum'", "contracts", "learn", "--rum", "x");
        assertCannot("contracts learn, or contracts drift", "contracts");
        assertCannot("Unmatched argument", "contracts", "unlearn");
    }

    @Test
    void without_a_word_it_says_what_there_is() {
        Answer answer = handoff();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("Usage: handoff", "contracts");
    }

    private void assertCannot(String reason, String... arguments) {
        Answer answer = handoff(arguments);
        assertThat(answer.err()).contains(reason).doesNotContain("\tat ");
        assertThat(answer.exitCode()).isEqualTo(2);
    }

    private Answer drift(Path recorded) {
        return handoff(driftOf(recorded));
    }

    private String[] driftOf(Path recorded) {
        return new String[] {"contracts", "drift", "--run", recorded.toString(), "--vocabulary", vocabulary.toString()};
    }

    private static Answer handoff(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Handoff.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Answer(exitCode, out.toString(), err.toString());
    }

    private record Answer(int exitCode, String out, String err) {}
}
