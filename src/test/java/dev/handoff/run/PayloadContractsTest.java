package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Expectation.Strays;
import dev.handoff.expectation.Outcome;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts of rows, which may keep them at first and break them later. */
class PayloadContractsTest {

    @TempDir
    Path folder;

    private Vocabulary vocabulary;
    private Journal journal;
    private String ours;

    @BeforeEach
    void readVocabulary() throws IOException {
        Files.writeString(folder.resolve("payment.schema.json"), "{\"type\": \"object\", \"required\": [\"amount\"]}");
        vocabulary = VocabularyReader.read(Files.writeString(folder.resolve("handoff.yaml"), """
                application: { url: http://shop }
                systems:
                  database:
                    type: sql
                    records: { payment: { query: select 1, contract: payment.schema.json } }
                """), Map.of());
        journal = new Journal(
                new JournalSettings(Map.of(), Set.of(), Set.of(), PayloadContracts.check(vocabulary)), entry -> {});
        ours = journal.startScenario("ours", "a.feature", 1, List.of()).scenario();
    }

    @Test
    void a_row_that_breaks_its_contract_later_makes_its_scenario_red() {
        Captured row = row("{\"of\": \"" + ours + "\", \"amount\": 1}");
        assertThat(outcome(Strays.WARN)).contains(Outcome.MET);

        becomes(row, "{\"of\": \"" + ours + "\"}");
        assertThat(outcome(Strays.WARN)).contains(Outcome.VIOLATED);
    }

    @Test
    void a_stray_that_breaks_its_contract_later_is_what_on_stray_says_though_nothing_else_is_judged() {
        Captured row = row("{\"amount\": 1}");
        assertThat(outcome(Strays.FAIL)).isEmpty();

        becomes(row, "{}");
        assertThat(outcome(Strays.WARN)).isEmpty();
        assertThat(outcome(Strays.FAIL)).contains(Outcome.INCONCLUSIVE);
    }

    private Optional<Outcome> outcome(Strays strays) {
        Evidence evidence = new Evidence(vocabulary.application(), Map.of(), new ApplicationEndpoint("http://shop"));
        Settling settling = new Settling(ours, vocabulary, Map.of(), journal, evidence, name -> Optional.empty());
        return new PayloadContracts(vocabulary, journal)
                .judge(ours, settling, strays)
                .map(judgement -> judgement.judged().verdict().outcome());
    }

    private Captured row(String json) {
        return journal.captureLasting(Capture.effect("database", "payment", "row 1", Map.of(), message(json)));
    }

    private void becomes(Captured row, String json) {
        journal.changed(row, row.at(), message(json));
    }

    private static Message message(String json) {
        return Message.of(Map.of(), "application/json", json);
    }
}
