package dev.handoff.sandbox.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.environment.TestServers;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Passage;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Rest;
import dev.handoff.sandbox.Written;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqlProbeTest {

    @TempDir
    static Path folder;

    private static TestDatabase database;

    private final Written written = new Written();
    private final Journal journal = new Journal(JournalSettings.NONE, written);
    private final Map<String, Object> known = new ConcurrentHashMap<>();
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
        database.execute(
                "create table entry (id int primary key, refund text, at timestamptz default clock_timestamp())");
    }

    @AfterEach
    void close() {
        if (probe != null) {
            probe.close();
        }
    }

    @Test
    void aRowWithARememberedValueIsAnEffectOnce() throws Exception {
        known.put("refund", "re_1");
        watch("select id, refund from entry where refund = :refund order by id", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1'), (2, 're_2')");
        written.captured(1);
        database.execute("insert into entry values (3, 're_1')");
        written.captured(2);
        TestDatabase.asked(probe, journal);

        assertThat(written.captured())
                .extracting(Captured::effect, row -> row.content().text(), Captured::summary, row -> row.properties()
                        .get("row"))
                .containsExactly(
                        tuple("ledger entry", "{\"id\":1,\"refund\":\"re_1\"}", "row 1", "1"),
                        tuple("ledger entry", "{\"id\":3,\"refund\":\"re_1\"}", "row 3", "3"));
    }

    @Test
    void aRowThatChangesIsTheSameByItsIdAndAnotherWithoutOne() throws Exception {
        known.put("refund", "re_1");
        String query = "select id, refund from entry where refund like :refund || '%'";
        watch(query, Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1')");
        written.captured(1);
        database.execute("update entry set refund = 're_1b'");
        Changed changed = written.await(Changed.class, change -> !change.gone());
        TestDatabase.asked(probe, journal);
        assertThat(written.captured()).hasSize(1);
        assertThat(written.all(Changed.class)).hasSize(1);
        assertThat(changed.captured()).isEqualTo(written.capture().index());
        assertThat(changed.content().text()).isEqualTo("{\"id\":1,\"refund\":\"re_1b\"}");
        assertThat(changed.occurred().earliest()).isBefore(changed.occurred().latest());
        probe.close();

        watch(query, Optional.empty(), Optional.empty());
        database.execute("update entry set refund = 're_1c'");
        written.captured(2);
    }

    @Test
    void aRowThatIsDeletedIsGoneAndMayComeBack() throws Exception {
        known.put("refund", "re_1");
        watch("select id, refund from entry where refund = :refund", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1')");
        written.captured(1);
        database.execute("delete from entry");
        written.await(Changed.class, Changed::gone);
        database.execute("insert into entry values (1, 're_1')");
        written.await(Changed.class, change -> !change.gone());
        TestDatabase.asked(probe, journal);

        assertThat(written.captured()).hasSize(1);
        assertThat(written.all(Changed.class)).extracting(Changed::gone).containsExactly(true, false);
    }

    @Test
    void aRowWithoutAnIdIsNeverSaidToBeGone() throws Exception {
        known.put("refund", "re_1");
        watch("select id, refund from entry where refund = :refund", Optional.empty(), Optional.empty());
        database.execute("insert into entry values (1, 're_1')");
        written.captured(1);
        database.execute("delete from entry");
        TestDatabase.asked(probe, journal);
        TestDatabase.asked(probe, journal);

        assertThat(written.all(Changed.class)).isEmpty();
    }

    @Test
    void whatOneQuestionDoesNotShowOfARowThatAnotherFoundIsNoChange() throws Exception {
        known.put("refund", "re_1");
        watch("select id, refund, :refund as asked from entry", Optional.of("id"), Optional.empty());
        probe.watch("later", name -> Optional.of("re_2"));
        database.execute("insert into entry values (1, 're_1')");
        written.captured(1);
        TestDatabase.asked(probe, journal);
        TestDatabase.asked(probe, journal);

        assertThat(written.captured()).hasSize(1);
        assertThat(written.all(Changed.class)).isEmpty();
    }

    @Test
    void twoDifferentRowsOfOneIdAreNoAnswer() throws Exception {
        known.put("refund", "re_1");
        watch("select 1 as id, refund, at from entry where refund = :refund", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1'), (2, 're_1')");
        Awaitility.await().until(() -> probe.sight("s").evidence().contains("different rows"));

        assertThat(probe.sight("s").evidence())
                .endsWith("database cannot be asked for the ledger entry: the query gives different rows of the id 1;"
                        + " the column named by id must tell its rows apart");
    }

    @Test
    void aRowThatWasThereBeforeTheScenarioIsNoneOfItsEffects() throws Exception {
        database.execute("insert into entry values (1, 're_1')");
        known.put("refund", "re_1");
        watch("select id from entry where refund = :refund", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (2, 're_1')");
        Captured row = written.captured(1).get(0);
        TestDatabase.asked(probe, journal);

        assertThat(written.captured()).hasSize(1);
        assertThat(row.summary()).isEqualTo("row 2");
        assertThat(probe.sight("s").evidence()).matches("database asked \\d+ times, 1 row was there before");
    }

    @Test
    void aRowIsFoundForTheScenarioThatItCameInThoughALaterOneFoundItThere() throws Exception {
        known.put("refund", "re_1");
        watch("select id from entry where refund = :refund", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1')");
        probe.watch("later", name -> Optional.ofNullable(known.get(name)));

        assertThat(written.captured(1)).hasSize(1);
    }

    @Test
    void aRowThatSaysItselfThatItIsOlderIsNoneOfItsEffectsThoughItCouldOnlyBeAskedForLater() throws Exception {
        database.execute("insert into entry values (1, 're_1')");
        probe = probe("select id, at from entry where refund = :refund", Optional.of("id"), Optional.of("at"));
        probe.prove();
        probe.watch("s", name -> Optional.ofNullable(known.get(name)));
        database.execute("insert into entry values (2, 're_1')");
        known.put("refund", "re_1");
        written.captured(1);
        TestDatabase.asked(probe, journal);

        assertThat(written.capture().summary()).isEqualTo("row 2");
        assertThat(probe.sight("s").evidence()).endsWith(", 1 row was there before");
    }

    @Test
    void aRowThatWasNotThereBeforeIsNewWhateverItsTimeSays() throws Exception {
        known.put("refund", "re_1");
        probe = probe("select id, at from entry where refund = :refund", Optional.of("id"), Optional.of("at"));
        probe.prove();
        probe.watch("s", name -> Optional.ofNullable(known.get(name)));
        database.execute("insert into entry values (1, 're_1', now() - interval '1 hour')");

        assertThat(written.captured(1)).hasSize(1);
    }

    @Test
    void aRowFoundByAnotherValueMayHaveComeSinceTheScenarioBegan() throws Exception {
        known.put("refund", "re_1");
        watch("select id from entry where refund = :refund", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_2')");
        Instant inserted = journal.now();
        TestDatabase.asked(probe, journal);
        known.put("refund", "re_2");

        assertThat(written.captured(1).get(0).occurred().earliest()).isBefore(inserted);
    }

    @Test
    void columnsKeepTheirTypes() throws Exception {
        watch("""
                select 1 as int, 9007199254740993 as big, 12.50::numeric as decimal, 0.5::float8 as double, true as yes,
                 null as nothing, 'x' as text, '{"a": [1, null]}'::jsonb as json, timestamptz '2026-01-02 03:04:05.5+01' as at,
                 date '2026-01-02' as day, '\\xff00'::bytea as bytes, '6f1c2f9e-1f6b-4b1e-9d9f-0123456789ab'::uuid as uuid,
                 array[1, 2] as list from entry
                """, Optional.empty(), Optional.empty());
        database.execute("insert into entry values (1, 're_1')");
        written.captured(1);

        JsonNode row = written.capture().content().tree();
        assertThat(row)
                .isEqualTo(new ObjectMapper()
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .readTree("""
                                {"int":1,"big":9007199254740993,"decimal":12.50,"double":0.5,"yes":true,"nothing":null,
                                 "text":"x","json":{"a":[1,null]},"at":"2026-01-02T02:04:05.500Z","day":"2026-01-02",
                                 "bytes":"/wA=","uuid":"6f1c2f9e-1f6b-4b1e-9d9f-0123456789ab","list":"{1,2}"}
                                """));
        assertThat(written.capture().content().text()).contains("\"decimal\":12.50,");
    }

    @Test
    void aRowWithoutAnIdInItsIdColumnIsToldByTheWhole() throws Exception {
        watch("select nullif(id, 1) as id, refund from entry", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1'), (2, 're_2')");
        written.captured(2);
        TestDatabase.asked(probe, journal);

        assertThat(written.captured()).hasSize(2);
    }

    @Test
    void parametersAreBound() throws Exception {
        database.execute("insert into entry values (1, 're_1')");
        known.put("refund", "' or 1 = 1; drop table entry; --");
        watch("select * from entry where refund = :refund", Optional.of("id"), Optional.empty());
        TestDatabase.asked(probe, journal);

        assertThat(written.captured()).isEmpty();
        assertThat(database.count("select count(*) from entry")).isEqualTo(1);
        database.execute("update entry set refund = ''' or 1 = 1; drop table entry; --'");
        assertThat(written.captured(1)).hasSize(1);
    }

    @Test
    void aQueryThatWritesIsRefused() throws Exception {
        watch("insert into entry values (1, 'x') returning id", Optional.of("id"), Optional.empty());

        assertThat(probe.sight("s").seenUpTo()).isNull();
        assertThat(probe.sight("s").evidence())
                .contains("database cannot be asked for the ledger entry: ", "read-only transaction")
                .doesNotContain("\n");
        assertThat(database.count("select count(*) from entry")).isZero();
        assertThat(probe.countIsZero("outbox", "delete from entry returning 0", name -> Optional.empty())
                        .atRest())
                .isFalse();
    }

    @Test
    void aQuestionThatFailsInOneScenarioIsNoTroubleOfOthersAndNoneOfTheDatabase() throws Exception {
        known.put("refund", "1");
        watch("select id from entry where id = cast(:refund as int)", Optional.of("id"), Optional.empty());
        probe.watch("bad", name -> Optional.of("no number"));
        TestDatabase.asked(probe, journal);
        Instant seen = probe.sight("bad").seenUpTo();
        TestDatabase.asked(probe, journal);

        assertThat(seen).isNull();
        assertThat(probe.sight("bad").evidence()).contains("invalid input syntax for type integer");
        database.execute("insert into entry values (1, 're_1')");
        written.captured(1);
        assertThat(written.all(ProbeChanged.class)).isEmpty();
    }

    @Test
    void aQueryThatFailsFromNowOnSeesNoFurther() throws Exception {
        watch("select id from entry", Optional.of("id"), Optional.empty());
        TestDatabase.asked(probe, journal);
        database.execute("alter table entry rename to entries");
        Instant renamed = journal.now();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> probe.sight("s").evidence().contains("does not exist"));
        assertThat(probe.sight("s").seenUpTo()).isBefore(renamed);

        database.execute("alter table entries rename to entry");
        TestDatabase.asked(probe, journal);
        assertThat(probe.sight("s").evidence()).matches("database asked \\d+ times");
    }

    @Test
    void moreRowsThanCanBeReadAreNotCutInSilence() throws Exception {
        watch("select g as id from entry, generate_series(1, 1001) g", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1')");
        Instant inserted = journal.now();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> probe.sight("s").evidence().contains("more than 1000 rows"));

        assertThat(probe.sight("s").seenUpTo()).isBefore(inserted);
    }

    @Test
    void aQueryIsNotAskedBeforeItsParameterIsKnown() throws Exception {
        watch("select * from entry where refund = :refund", Optional.of("id"), Optional.empty());
        database.execute("insert into entry values (1, 're_1')");
        Instant inserted = journal.now();
        TestDatabase.asked(probe, journal);
        assertThat(written.captured()).isEmpty();
        assertThat(probe.sight("s").unasked()).containsEntry("ledger entry", "refund is not known in this scenario");
        TestDatabase.asked(probe, journal);

        known.put("refund", "re_1");
        Captured row = written.captured(1).get(0);
        TestDatabase.asked(probe, journal);

        assertThat(probe.sight("s").unasked()).isEmpty();
        assertThat(row.occurred().earliest())
                .as("it may have come while nobody asked")
                .isBefore(inserted);
    }

    @Test
    void aRowWithoutATimeLiesBetweenTwoPolls() throws Exception {
        watch("select id from entry", Optional.of("id"), Optional.empty());
        TestDatabase.asked(probe, journal);
        Instant before = journal.now();
        database.execute("insert into entry values (1, 'x')");
        Instant after = journal.now();
        Captured row = written.captured(1).get(0);

        assertThat(row.occurred().earliest()).isBeforeOrEqualTo(after).isAfter(before.minusMillis(2000));
        assertThat(row.occurred().latest()).isAfter(before).isBeforeOrEqualTo(row.at());
    }

    @Test
    void aRowWithATimeIsKnownWithinTheMeasuredSkew() throws Exception {
        probe = probe("select id, at from entry", Optional.of("id"), Optional.of("at"));
        probe.prove();
        probe.watch("s", name -> Optional.empty());
        TestDatabase.asked(probe, journal);
        Instant before = journal.now();
        database.execute("insert into entry values (1, 'x')");
        Instant after = journal.now();
        Captured row = written.captured(1).get(0);

        assertThat(row.occurred().earliest()).isBeforeOrEqualTo(after);
        assertThat(row.occurred().latest()).isAfterOrEqualTo(before);
        assertThat(Duration.between(row.occurred().earliest(), row.occurred().latest()))
                .isLessThan(Duration.ofMillis(50));
        assertThat(written.all(ProbeChanged.class).get(0).detail())
                .matches("it answered, its clock within \\d+\\.\\d ms of ours");
    }

    @Test
    void aDatabaseThatGoesAwayAndComesBackIsOnRecord() throws Exception {
        watch("select id from entry", Optional.of("id"), Optional.empty());
        TestDatabase.asked(probe, journal);
        Instant seen = probe.sight("s").seenUpTo();
        database.execute("alter database shop allow_connections false", "postgres");
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'shop'", "postgres");

        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.system()).isEqualTo("database");
        assertThat(down.detail()).startsWith("it does not answer: ").doesNotContain("\n");
        Instant stuck = probe.sight("s").seenUpTo();
        assertThat(stuck).isBefore(down.at()).isAfterOrEqualTo(seen);

        database.execute("alter database shop allow_connections true", "postgres");
        ProbeChanged up = written.await(ProbeChanged.class, ProbeChanged::up);
        assertThat(up.index()).isGreaterThan(down.index());
        TestDatabase.asked(probe, journal);
        assertThat(probe.sight("s").seenUpTo()).isAfter(down.at());
        assertThat(written.all(ProbeChanged.class)).extracting(ProbeChanged::up).containsExactly(false, true);
    }

    @Test
    void aDatabaseThatComesBackWhileNobodyWatchesIsThereForTheNextScenario() throws Exception {
        probe = probe("select id from entry", Optional.of("id"), Optional.empty());
        probe.prove();
        probe.watch("s", name -> Optional.empty());
        TestDatabase.asked(probe, journal);
        database.execute("alter database shop allow_connections false", "postgres");
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'shop'", "postgres");
        ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
        assertThat(down.since()).isBefore(down.at());
        probe.unwatch("s");

        database.execute("alter database shop allow_connections true", "postgres");
        ProbeChanged up = written.await(ProbeChanged.class, change -> change.up() && change.index() > down.index());
        assertThat(up.detail()).matches("it answered, its clock within \\d+\\.\\d ms of ours");
        probe.watch("next", name -> Optional.empty());
        assertThat(probe.sight("next").seenUpTo()).isNotNull();
        assertThat(written.all(ProbeChanged.class)).hasSize(3);
    }

    @Test
    @Timeout(60)
    void aConnectionThatHangsIsGivenUpAndTheNextOneWorks() throws Exception {
        try (Passage passage =
                new Passage(URI.create(database.address().get("url").substring("jdbc:".length())))) {
            Map<String, String> through = new HashMap<>(database.address());
            through.put("url", "jdbc:postgresql://localhost:" + passage.port() + "/shop");
            probe = new SqlProbe(
                    TestDatabase.spec("select id from entry", Optional.of("id"), Optional.empty()), through, journal);
            probe.prove();
            probe.watch("s", name -> Optional.empty());
            TestDatabase.asked(probe, journal);
            passage.hang();

            ProbeChanged down = written.await(ProbeChanged.class, changed -> !changed.up());
            assertThat(down.detail()).startsWith("it does not answer: ");
            assertThat(probe.sight("s").seenUpTo()).isBefore(down.at());
            passage.flow();
            written.await(ProbeChanged.class, changed -> changed.up() && changed.index() > down.index());
            TestDatabase.asked(probe, journal);
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaidInOneSentence() {
        Map<String, String> nowhere = TestServers.database("jdbc:postgresql://localhost:1/shop");

        assertThatThrownBy(() -> new SqlProbe(
                        TestDatabase.spec("select 1", Optional.empty(), Optional.empty()), nowhere, journal))
                .isInstanceOf(ProbeFailed.class)
                .hasMessageStartingWith(
                        "the database of database at jdbc:postgresql://localhost:1/shop cannot be reached: Connection to"
                                + " localhost:1 refused.")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aScenarioThatHasEndedIsNotAskedFor() throws Exception {
        watch("select id from entry", Optional.of("id"), Optional.empty());
        TestDatabase.asked(probe, journal);
        probe.unwatch("s");

        assertThat(probe.sight("s")).isEqualTo(new Sight(null, "database has not answered a poll yet"));
    }

    @Test
    void aCountOfZeroIsEvidenceOfRest() throws Exception {
        probe = probe("select 1", Optional.empty(), Optional.empty());
        database.execute("insert into entry values (1, 're_1'), (2, 're_2')");
        String query = "select count(*) from entry where refund = :refund";

        assertThat(probe.countIsZero("outbox", query, name -> Optional.of("re_3")))
                .isEqualTo(new Rest(true, "outbox empty"));
        assertThat(probe.countIsZero("outbox", query, name -> Optional.of("re_1")))
                .isEqualTo(new Rest(false, "outbox holds 1"));
        assertThat(probe.countIsZero("outbox", query, name -> Optional.empty()))
                .isEqualTo(new Rest(false, "outbox cannot be asked: refund is not known in this scenario"));
        Rest wrong = probe.countIsZero("outbox", "select count(*) from nothing", name -> Optional.empty());
        assertThat(wrong.atRest()).isFalse();
        assertThat(wrong.words()).isEqualTo("outbox cannot be asked: ERROR: relation \"nothing\" does not exist");
    }

    private void watch(String query, Optional<String> id, Optional<String> at) {
        probe = probe(query, id, at);
        probe.watch("s", name -> Optional.ofNullable(known.get(name)));
    }

    private SqlProbe probe(String query, Optional<String> id, Optional<String> at) {
        return database.probe(TestDatabase.spec(query, id, at), journal);
    }
}
