package dev.handoff.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.Sequence;
import dev.handoff.sandbox.Written;
import dev.handoff.vocabulary.SystemSpec;
import dev.handoff.vocabulary.SystemSpec.SqlQuery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose times are another clock's, and rows with a sequence. */
class SqlClockTest {

    private static final boolean OWN = true;
    private static final boolean OURS = false;

    @TempDir
    static Path folder;

    private static TestDatabase database;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final Map<String, Object> known = new HashMap<>();
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
        database.execute("drop schema if exists other cascade");
        database.execute("create schema other");
        for (String table : List.of("entry", "note", "other.entry")) {
            database.execute("drop table if exists " + table);
            database.execute(
                    "create table " + table + " (no bigint, kind text default 'a', tenant text, at timestamptz)");
        }
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void aTimeOfAnotherClockStaysInThePayloadAndTellsNothing() throws Exception {
        watch(OWN, Map.of("ledger entry", query("select no, at from entry", "at", null)));
        Instant before = TestDatabase.asked(probe, journal);
        database.execute("insert into entry (no, at) values (1, '2031-01-01T00:00:00Z'), (2, '2020-01-01T00:00:00Z')");
        List<Captured> rows = written.captured(2);

        assertThat(rows)
                .extracting(row -> row.content().tree().path("at").asText())
                .containsExactly("2031-01-01T00:00:00Z", "2020-01-01T00:00:00Z");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.occurred().earliest()).isAfterOrEqualTo(before);
            assertThat(row.occurred().latest()).isAfter(before).isBeforeOrEqualTo(row.at());
            assertThat(row.occurred().earliest()).isBefore(row.occurred().latest());
        });
    }

    @Test
    void aClockOfItsOwnIsNotMeasured() throws Exception {
        watch(OWN, Map.of("ledger entry", query("select no from entry", null, null)));

        assertThat(written.all(ProbeChanged.class))
                .extracting(ProbeChanged::detail)
                .containsExactly("it answered; its clock is its own");
    }

    /** A business date in the past made a row of the scenario's own look older than the scenario. */
    @Test
    void aRowWithABackdatedTimeOfAnotherClockIsTheScenariosOwnThoughItCouldOnlyBeAskedForLater() throws Exception {
        watch(OWN, Map.of("ledger entry", query("select no, at from entry where kind = :kind", "at", null)));
        database.execute("insert into entry (no, at) values (1, '2020-01-01T00:00:00Z')");
        known.put("kind", "a");

        assertThat(written.captured(1)).hasSize(1);
    }

    @Test
    void effectsOfOneTableHaveOneSequence() throws Exception {
        Map<String, SqlQuery> queries = new LinkedHashMap<>();
        queries.put("debit", query("select * from entry where kind = 'debit'", null, "no"));
        queries.put("credit", query("select no as number from entry where kind = 'credit'", null, "number"));
        watch(OURS, queries);
        database.execute("insert into entry (no, kind) values (9, 'credit'), (10, 'debit')");
        written.captured(2);

        assertThat(sequences())
                .containsExactlyInAnyOrder(
                        new Sequence("public.entry.no", "number", null, "9"),
                        new Sequence("public.entry.no", "no", null, "10"));
    }

    @Test
    void otherTablesColumnsAndExpressionsHaveOthers() throws Exception {
        Map<String, SqlQuery> queries = new LinkedHashMap<>();
        queries.put("entry", query("select no from entry", null, "no"));
        queries.put("note", query("select no from note", null, "no"));
        queries.put("other entry", query("select no from other.entry", null, "no"));
        queries.put("other column", query("select kind as no from entry", null, "no"));
        queries.put("expression", query("select no + 1 as no from entry", null, "no"));
        watch(OURS, queries);
        database.execute("insert into entry (no) values (1)");
        database.execute("insert into note (no) values (1)");
        database.execute("insert into other.entry (no) values (1)");
        written.captured(5);

        assertThat(sequences())
                .extracting(Sequence::of)
                .containsExactlyInAnyOrder(
                        "public.entry.no", "public.note.no", "other.entry.no", "public.entry.kind", "expression.no");
    }

    @Test
    void aRowThatLacksItsNumberOrWhatThatBeginsAnewForHasNoPlace() throws Exception {
        SqlQuery perTenant = new SqlQuery(
                "select no, tenant from entry",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new SystemSpec.Sequence("no", Optional.of("tenant"))));
        watch(OURS, Map.of("ledger entry", perTenant));
        database.execute("insert into entry (no, tenant) values (1, 'acme'), (null, 'acme'), (2, null)");
        written.captured(3);

        assertThat(sequences()).containsExactly(new Sequence("public.entry.no", "no", "tenant=acme", "1"), null, null);
    }

    @Test
    void aSequenceThatIsNoColumnIsSaid() throws Exception {
        watch(OURS, Map.of("ledger entry", query("select no from entry", null, "nmber")));
        database.execute("insert into entry (no) values (1)");

        Awaitility.await().until(() -> probe.sight("s").evidence().contains("nmber"));
        assertThat(probe.sight("s").evidence()).contains("database cannot be asked for the ledger entry: ");
    }

    @Test
    void aMaskedNumberOrdersNothing() throws Exception {
        watch(
                OURS,
                Map.of(
                        "ledger entry",
                        query("select no, kind as token from entry order by no", null, "no"),
                        "secret",
                        query("select kind as access_token from entry", null, "access_token")));
        database.execute("insert into entry (no) values (7), (4111111111111111)");
        written.captured(3);

        assertThat(written.captured().stream()
                        .filter(row -> row.effect().equals("ledger entry"))
                        .map(Captured::sequence))
                .containsExactly(new Sequence("public.entry.no", "no", null, "7"), null);
        assertThat(written.captured().stream()
                        .filter(row -> row.effect().equals("secret"))
                        .map(Captured::sequence))
                .containsOnly((Sequence) null);
    }

    private List<Sequence> sequences() {
        return written.captured().stream().map(Captured::sequence).toList();
    }

    private static SqlQuery query(String query, String at, String sequence) {
        return new SqlQuery(
                query,
                NamedQuery.parse(query).names(),
                Optional.empty(),
                Optional.ofNullable(at),
                Optional.ofNullable(sequence).map(by -> new SystemSpec.Sequence(by, Optional.empty())));
    }

    private void watch(boolean ownClock, Map<String, SqlQuery> queries) {
        probe = database.probe(TestDatabase.spec(ownClock, queries), journal);
        probe.prove();
        probe.watch("s", name -> Optional.ofNullable(known.get(name)));
    }
}
