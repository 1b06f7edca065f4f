package dev.handoff.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Cell;
import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.FailureKind;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Finding;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Sighting;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.ActionStarted;
import dev.handoff.journal.Breach;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.Checked;
import dev.handoff.journal.Claim;
import dev.handoff.journal.Claimed;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Entry;
import dev.handoff.journal.ExchangeEnded;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.FaultFired;
import dev.handoff.journal.FaultPlanned;
import dev.handoff.journal.Interval;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Looked;
import dev.handoff.journal.Message;
import dev.handoff.journal.Performed;
import dev.handoff.journal.ProbeChanged;
import dev.handoff.journal.ScenarioEnded;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.journal.Sequence;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.StageReached;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read as it was. */
class RoundTripTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final EffectName REFUND = new EffectName("provider refund", "payments");

    @TempDir
    Path runs;

    @Test
    void every_kind_of_entry_is_read_as_it_was_written() throws Exception {
        List<Entry> entries = everyKind();
        assertThat(entries.stream().map(Object::getClass).collect(Collectors.toSet()))
                .as("the kinds of entries that there are")
                .isEqualTo(Set.copyOf(Arrays.asList(Entry.class.getPermittedSubclasses())));

        try (RunFolder folder = new RunFolder(runs, "run")) {
            entries.forEach(folder::write);
        }

        Recording recording = Recording.read(runs.resolve("run"));
        assertThat(recording.entries()).isEqualTo(entries);
        assertThat(recording.notices()).isEmpty();
    }

    @Test
    void every_kind_of_statement_and_what_was_judged_is_read_as_it_was_written() throws Exception {
        List<Statement> statements = everyStatement();
        assertThat(statements.stream().map(Object::getClass).collect(Collectors.toSet()))
                .as("the kinds of statements that there are")
                .isEqualTo(Set.copyOf(Arrays.asList(Statement.class.getPermittedSubclasses())));
        List<Judged> judged = statements.stream()
                .map(statement -> new Judged(
                        "s",
                        7,
                        new Expectation(
                                new Source("a.feature", 3, "Then \"ä\" \u2028 holds"),
                                statement,
                                Expectation.Strays.WARN),
                        verdict()))
                .toList();

        try (RunFolder folder = new RunFolder(runs, "run")) {
            judged.forEach(folder::write);
        }

        assertThat(Recording.read(runs.resolve("run")).judged()).isEqualTo(judged);
    }

    @Test
    void a_large_body_lies_beside_the_journal_once_and_is_read_back() throws Exception {
        String large = "ä".repeat(32 * 1024) + "!";
        String inline = "a".repeat(64 * 1024);
        List<Entry> entries = List.of(
                captured(1, Message.of(Map.of(), "text/plain", large)),
                captured(2, Message.of(Map.of("a", List.of("b")), "text/plain", large)),
                captured(3, Message.of(Map.of(), "text/plain", inline)));

        try (RunFolder folder = new RunFolder(runs, "run")) {
            entries.forEach(folder::write);
        }

        assertThat(Recording.read(runs.resolve("run")).entries()).isEqualTo(entries);
        try (Stream<Path> bodies = Files.list(runs.resolve("run/bodies"))) {
            assertThat(bodies).singleElement().satisfies(body -> {
                assertThat(body.getFileName().toString()).isEqualTo(sha256(large));
                assertThat(body).hasContent(large);
            });
        }
    }

    @Test
    void half_a_surrogate_pair_stops_no_run() throws Exception {
        try (RunFolder folder = new RunFolder(runs, "run")) {
            folder.write(captured(1, Message.of(Map.of(), "text/plain", "half \ud83d of a pair")));
            folder.write(captured(2, Message.of(Map.of(), "text/plain", "pair \ud83d\ude00")));
        }

        assertThat(Recording.read(runs.resolve("run")).entries())
                .extracting(entry -> ((Captured) entry).content().text())
                .element(1)
                .isEqualTo("pair \ud83d\ude00");
    }

    private static String sha256(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static Captured captured(long index, Message content) {
        return new Captured(
                index,
                AT,
                "crm",
                null,
                Disposition.REPLAYED,
                new Interval(AT.minusSeconds(1), AT),
                "POST /leads",
                Map.of("path", "/leads"),
                content,
                409,
                null,
                null,
                new Sequence("shop.events $.number", "$.number", "$.tenant=acme", "12"),
                List.of(),
                null);
    }

    private static List<Entry> everyKind() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Z", List.of("1", "2"));
        headers.put("A", List.of());
        Message message = new Message(headers, "application/json", "{\"a\":\"\\u2028ä\u2028😀\n\"}", 9);
        Claim claim = new Claim("s", Claim.By.KEY, "order_id", "A-100", "$.id");
        return List.of(
                new ScenarioStarted(1, AT, "s", "A \"name\"", "a.feature", 3, List.of("REF-1")),
                new ActionStarted(2, AT, "s", "the refund", "When a refund is requested"),
                new KeyLearned(3, AT, "s", "order_id", "A-100", 2),
                new Exchanged(
                        4, AT, "s", 2, AT.minusNanos(1), "POST", "/refunds", message, 201, Message.EMPTY, null, true),
                new Performed(5, AT, "s", 2, AT, "events", "message on shop.events at 1/4", message, 3),
                new Exchanged(5, AT, "s", 2, AT, "POST", "/refunds", message, 0, null, "timed out", false),
                captured(6, message),
                new Captured(
                        7,
                        AT,
                        "payments",
                        "provider refund",
                        Disposition.ACCEPTED,
                        Interval.at(AT),
                        "POST /v1/refunds",
                        Map.of(),
                        message,
                        201,
                        message,
                        "k-9",
                        null,
                        List.of(claim, new Claim("t", Claim.By.TRACER, "tracer", "REF-1", "text")),
                        new Checked(
                                null,
                                List.of(new Breach("$.a", "#/required", "a text", null, "$.b is new: renamed?")))),
                new Claimed(8, AT, 6, claim),
                new Changed(
                        9,
                        AT,
                        6,
                        Interval.at(AT),
                        Message.of(Map.of(), "application/json", "{\"a\":2}"),
                        false,
                        new Checked(null, List.of(new Breach("$.a", "#/type", "a text", "2 (number)", null)))),
                new Changed(9, AT, 6, Interval.at(AT), Message.EMPTY, true, null),
                new FaultPlanned(9, AT, "s", "crm", "answers 503"),
                new FaultFired(10, AT, "s", "crm", "answers 503", 6, true),
                new ExchangeEnded(16, AT, "s", "crm", 6, false, "the caller hung up"),
                new ProbeChanged(11, AT, "crm", true, "works"),
                new StageReached(12, AT, "s", new Interval(AT.minusSeconds(1), AT), "completed"),
                new Looked(
                        13,
                        AT,
                        "s",
                        Map.of(
                                "crm", new Sight(null, "not served"),
                                "ledger", new Sight(AT, "polled", Map.of("ledger entry", "no refund_id"))),
                        new Settlement(Settlement.State.SETTLED, List.of("quiet for 1.0 s"), true)),
                new Looked(14, AT, "s", Map.of(), Settlement.OPEN),
                new ScenarioEnded(15, AT, "s"));
    }

    private static List<Statement> everyStatement() {
        Statement counts = new Statement.Counts(
                List.of(
                        new Count(REFUND, 1, 1, List.of(new Field("amount", "2500"))),
                        new Count(REFUND, 2, null, List.of())),
                Duration.ofMillis(1500),
                true);
        return List.of(
                counts,
                new Statement.NotBefore(REFUND, "the approval"),
                new Statement.InOrder(
                        List.of(
                                new Statement.InOrder.Item(REFUND, null),
                                new Statement.InOrder.Item(null, "the approval")),
                        Duration.ofSeconds(3)),
                new Statement.NothingElse(List.of(counts)),
                new Statement.Attempts(REFUND, 2, List.of(500, 200), "Idempotency-Key", Duration.ofDays(1)),
                new Statement.Attempts(REFUND, null, List.of(), null, Duration.ZERO),
                new Statement.Spaced(REFUND, Duration.ofMillis(100), Duration.ofSeconds(10)),
                new Statement.ResponseStatus(202),
                new Statement.ResponseHas(List.of(new Field("header Location", "<any>"))),
                new Statement.InTheEnd(REFUND, List.of(new Field("status", "paid")), Duration.ofSeconds(2)),
                new Statement.NeverReturns(REFUND, "status", Duration.ofSeconds(2)),
                new Statement.Reaches("completed", Duration.ofNanos(1)),
                new Statement.ContractsKept(List.of(new Statement.ContractsKept.Terms(
                        "provider refund", "contracts/a.json", null, List.of("ledger", "payments")))),
                new Statement.All(List.of(counts, new Statement.ResponseStatus(202))));
    }

    private static Verdict verdict() {
        return new Verdict(
                Outcome.VIOLATED,
                false,
                "2",
                List.of(
                        new Finding(
                                FailureKind.DUPLICATE_EFFECT,
                                "provider refund",
                                "1",
                                "2",
                                List.of(new Sighting(6, "amount=2500", "another key"), Sighting.of(7)),
                                new Sighting(
                                        7,
                                        "",
                                        "another",
                                        List.of(
                                                new Cell("amount", "2500 (number)", "25 (number)", "100 times"),
                                                new Cell("currency", "usd", null, null))),
                                List.of("note")),
                        new Finding(FailureKind.TOO_LATE, "x", "1", "2", List.of(), null, List.of())),
                List.of("quiet for 1.0 s"),
                List.of("a stray"),
                List.of(6L, 7L));
    }
}
