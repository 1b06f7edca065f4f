package dev.handoff.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Breach;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Checked;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Leftover;
import dev.handoff.journal.Message;
import dev.handoff.journal.PayloadCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    private Path runs;

    private static void capture(Journal journal, String text) {
        journal.capture(Capture.effect(
                "mail", "welcome email", "Welcome\nto Shop", Map.of(), Message.of(Map.of(), "text/plain", text)));
    }

    @Test
    void all_are_listed_in_the_run_folder_and_a_few_are_kept() throws IOException {
        try (RunFolder folder = new RunFolder(runs, "run")) {
            Journal journal = new Journal(new JournalSettings(Map.of("order_id", List.of()), Set.of()), folder);
            String one = journal.startScenario("one", "a.feature", 1, List.of()).scenario();
            String two = journal.startScenario("two", "a.feature", 9, List.of()).scenario();
            journal.learn(one, "order_id", "A-100");
            journal.learn(two, "order_id", "A-100");
            for (int i = 0; i < Leftovers.MOST + 10; i++) {
                capture(journal, "to nobody");
            }
            capture(journal, "about A-100");
            journal.endScenario(one);
            capture(journal, "for " + one);
            journal.end();

            assertThat(folder.leftovers().count(Leftover.Why.FITS_NONE)).isEqualTo(60);
            assertThat(folder.leftovers().first(Leftover.Why.FITS_NONE)).hasSize(Leftovers.MOST);
            List<String> lines = Files.readAllLines(folder.folder().resolve("strays.txt"));
            assertThat(lines).hasSize(62);
            assertThat(lines)
                    .filteredOn(line -> line.endsWith("welcome email, Welcome to Shop: fits no scenario"))
                    .hasSize(60);
            assertThat(lines)
                    .filteredOn(line -> line.endsWith("fits 2 scenarios, \"one\", \"two\", by order_id A-100 in text"))
                    .hasSize(1);
            assertThat(lines)
                    .filteredOn(line ->
                            line.endsWith("came after the end of \"one\", by correlation ID " + one + " in text"))
                    .hasSize(1);
        }
    }

    @Test
    void a_later_state_that_breaks_its_contract_is_listed_too() throws IOException {
        PayloadCheck paid = (effect, content) -> Optional.of(
                content.tree().has("amount")
                        ? Checked.KEPT
                        : Checked.broken(List.of(new Breach("$.amount", "#/required", "a number", null, null))));
        try (RunFolder folder = new RunFolder(runs, "run")) {
            Journal journal = new Journal(new JournalSettings(Map.of(), Set.of(), Set.of(), paid), folder);
            journal.startScenario("one", "a.feature", 1, List.of());
            Captured row = journal.captureLasting(
                    Capture.effect("database", "payment", "row 1", Map.of(), json("{\"amount\": 1}")));
            journal.changed(row, row.at(), json("{\"amount\": 2}"));
            journal.changed(row, row.at(), json("{}"));
            journal.end();

            assertThat(Files.readAllLines(folder.folder().resolve("strays.txt")))
                    .singleElement()
                    .asString()
                    .endsWith("payment, row 1: fits no scenario; since #4 breaks its contract: $.amount is missing");
        }
    }

    private static Message json(String text) {
        return Message.of(Map.of(), "application/json", text);
    }

    @Test
    void a_run_without_any_has_no_list() {
        try (RunFolder folder = new RunFolder(runs, "run")) {
            new Journal(JournalSettings.NONE, folder).end();

            assertThat(folder.leftovers().isEmpty()).isTrue();
            assertThat(folder.folder().resolve("strays.txt")).doesNotExist();
        }
    }

    @Test
    void what_is_of_another_run_is_counted_and_not_listed() {
        try (RunFolder folder = new RunFolder(runs, "run")) {
            Journal journal = new Journal(JournalSettings.NONE, folder);
            capture(journal, "for 48616e64-3f9c-821a-9d3e-0123456789ab");
            capture(journal, "to member.h3f9c21ak7m2n9q4xp@example.test");

            assertThat(folder.leftovers().count(Leftover.Why.OF_ANOTHER_RUN)).isEqualTo(2);
            assertThat(folder.leftovers().isEmpty()).isTrue();
            assertThat(folder.folder().resolve("strays.txt")).doesNotExist();
        }
    }
}
