package dev.handoff.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Settlement;
import dev.handoff.sandbox.Written;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row belongs to the scenario by whose value it was asked for, whatever its columns say. */
class SqlAttributionTest {

    private static final String BY_REFUND = "select id, amount from entry where refund_id = :refund_id";

    @TempDir
    static Path folder;

    private static TestDatabase database;

    private final Written written = new Written();
    private final Journal journal = new Journal(
            new JournalSettings(Map.of("refund_id", List.of(), "invite_token", List.of()), Set.of(), Set.of("rid")),
            written);
    private SqlProbe probe;

    @BeforeAll
    static void start() {
        database = TestDatabase.in(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void tables() throws Exception {
        database.execute("drop table if exists entry");
        database.execute("create table entry (id int primary key, refund_id text, amount int default 7)");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aRowWithoutTheColumnThatItWasAskedByIsTheScenariosOwn() throws Exception {
        String ours = scenario();
        journal.learn(ours, "refund_id", "re_100");
        asked(BY_REFUND, Map.of(ours, Map.of("refund_id", "re_100")));

        assertThat(inserted("re_100").claims())
                .containsExactly(new Claim(ours, Claim.By.KEY, "refund_id", "re_100", "parameter :refund_id"));
        assertThat(written.capture().properties())
                .containsExactly(Map.entry("row", "1"), Map.entry("parameter.refund_id", "re_100"));
        assertThat(written.capture().content().text()).isEqualTo("{\"id\":1,\"amount\":7}");
    }

    @Test
    void aShortOrNumericValueCountsAsParameterOfTheKeysName() throws Exception {
        String ours = scenario();
        journal.learn(ours, "refund_id", "42");
        asked(
                "select id from entry where refund_id = :refund_id::text",
                Map.of(ours, Map.of("refund_id", IntNode.valueOf(42))));

        assertThat(inserted("42").claims()).extracting(Claim::scenario).containsExactly(ours);
    }

    @Test
    void aRowThatTwoScenariosAskForByOneValueIsContested() throws Exception {
        String ours = scenario();
        String theirs = scenario();
        journal.learn(ours, "refund_id", "re_100");
        journal.learn(theirs, "refund_id", "re_100");
        asked(BY_REFUND, Map.of(ours, Map.of("refund_id", "re_100"), theirs, Map.of("refund_id", "re_100")));

        assertThat(inserted("re_100").claims()).extracting(Claim::scenario).containsExactlyInAnyOrder(ours, theirs);
    }

    @Test
    void aRowThatASecondScenarioComesToAskForByTheSameValueIsContestedFromThenOn() throws Exception {
        String ours = scenario();
        String theirs = scenario();
        journal.learn(ours, "rid", "42");
        asked("select id from entry where refund_id = :rid", Map.of(ours, Map.of("rid", "42")));
        inserted("42");
        journal.learn(theirs, "rid", "42");

        assertThat(journal.glance(ours, Map.of(), Settlement.OPEN).contested()).hasSize(1);
    }

    @Test
    void theCorrelationIdAsAParameterIsAClaimByCorrelationId() throws Exception {
        String ours = scenario();
        asked("select id from entry where refund_id = :correlationId", Map.of(ours, Map.of("correlationId", ours)));

        assertThat(inserted(ours).claims())
                .containsExactly(
                        new Claim(ours, Claim.By.CORRELATION, "correlation ID", ours, "parameter :correlationId"));
    }

    @Test
    void aRememberedValueThatIsNoBusinessKeyCountsWhereItWasAskedByOnly() throws Exception {
        String ours = scenario();
        journal.learn(ours, "rid", "12");
        asked("select id, 12 as rid from entry where refund_id = :rid", Map.of(ours, Map.of("rid", "12")));
        Captured row = inserted("12");
        probe.close();
        String other = scenario();
        asked("select id, 12 as rid from entry", Map.of(other, Map.of()));
        database.execute("insert into entry values (2, 'x')");

        assertThat(row.claims())
                .containsExactly(new Claim(ours, Claim.By.KEY, "parameter.rid", "12", "parameter :rid"));
        assertThat(written.captured(2).get(1).claims()).isEmpty();
    }

    @Test
    void aQueryWithoutParametersIsAttributedByColumnsOnly() throws Exception {
        String ours = scenario();
        journal.learn(ours, "refund_id", "re_100");
        asked("select id, refund_id from entry", Map.of(ours, Map.of("refund_id", "re_100")));
        database.execute("insert into entry values (2, 're_200')");
        written.captured(1);
        database.execute("insert into entry values (1, 're_100')");

        assertThat(written.captured(2))
                .extracting(row -> row.claims().stream().map(Claim::where).toList())
                .containsExactly(List.of(), List.of("$.refund_id"));
    }

    @Test
    void aSecretByWhichARowWasAskedIsMasked() throws Exception {
        String ours = scenario();
        journal.learn(ours, "invite_token", "hush-hush-1");
        asked(
                "select id from entry where refund_id = :invite_token",
                Map.of(ours, Map.of("invite_token", "hush-hush-1")));
        Captured row = inserted("hush-hush-1");

        assertThat(row.claims()).extracting(Claim::scenario).containsExactly(ours);
        assertThat(row.toString()).contains("parameter.invite_token=masked-").doesNotContain("hush");
    }

    private String scenario() {
        return journal.startScenario("a scenario", "a.feature", 1, List.of()).scenario();
    }

    /** What is asked for the scenarios from now on, each with its own values. */
    private void asked(String query, Map<String, Map<String, Object>> scenarios) {
        probe = database.probe(TestDatabase.spec(query, Optional.of("id"), Optional.empty()), journal);
        scenarios.forEach((scenario, values) -> probe.watch(scenario, name -> Optional.ofNullable(values.get(name))));
    }

    private Captured inserted(String refund) throws SQLException {
        database.execute("insert into entry values (1, '" + refund + "')");
        return written.captured(1).get(0);
    }
}
