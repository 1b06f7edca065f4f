package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.DUPLICATE_EFFECT;
import static dev.handoff.expectation.FailureKind.WRONG_FIELD;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import dev.handoff.journal.Snapshot;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final String BODY = """
            {"amount": 2500, "currency": "usd", "code": "25", "ok": true, "gone": null, "posted": "2026-03-01T10:00:30Z",
             "tags": ["vip", "eu"], "only": ["a@example.org"], "metadata": {"order_id": "A-100", "a.b": 1},
             "items": [{"sku": "X-1", "quantity": 2}, {"sku": "X-2"}], "flat.name": "f"}""";

    private static Verdict judged(String... rows) {
        return judge(happens(exactly(1, REFUND, rows)), delivered().look(12));
    }

    private static History delivered() {
        return History.begins()
                .action(0, "the refund")
                .effect(1, REFUND)
                .body(BODY)
                .header("X-Source", "shop")
                .property("path", "/v1/refunds")
                .property("query.page", "2")
                .settled();
    }

    /** A row {@code <absent>} would hold for whatever the cut took away. */
    @Test
    void aBodyThatWasCutCannotBeCompared() {
        Snapshot cut = delivered().body("{\"amount\": 25").cutAt(13).look(12);

        assertThat(judge(happens(exactly(1, REFUND, "metadata", "<absent>")), cut))
                .isUnknownBecause("#6 was cut at 13 bytes, and so cannot be compared with the table");
        assertThat(judge(happens(exactly(1, REFUND)), cut)).isMet();
    }

    @Test
    void aBodyOfAnotherKindThatWasCutDoesNotMatter() {
        Snapshot cut =
                delivered().effect(2, History.NOTICE).body("{\"am").cutAt(4).look(12);

        assertThat(judge(happens(exactly(1, REFUND, "amount", "2500")), cut)).isMet();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount | 2500",
                "amount | 2500.00",
                "amount | 25e2",
                "amount | > 2499",
                "amount | >= 2500",
                "amount | < 2501",
                "amount | <= 2500",
                "amount | <any>",
                "currency | usd",
                "currency | \"usd\"",
                "currency | <matches u.d>",
                "amount | <matches 2\\d+>",
                "currency | <contains sd>",
                "currency | <Any>",
                "code | \"25\"",
                "ok | true",
                "ok | <any>",
                "gone | null",
                "never | <absent>",
                "posted | <date within 30 s>",
                "tags | <contains vip>",
                "only | a@example.org",
                "metadata.order_id | A-100",
                "$.metadata.order_id | A-100",
                "$.metadata['a.b'] | 1",
                "items[0].sku | X-1",
                "items[1].quantity | <absent>",
                "flat.name | f",
                "header X-Source | shop",
                "header x-source | shop",
                "header X-Other | <absent>",
                "path | /v1/refunds",
                "query.page | \"2\"",
            })
    void fits(String path, String cell) {
        assertThat(judged(path, cell)).isMet();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "amount | 2501 | 2501 (number) | 2500 (number)",
                "amount | \"2500\" | \"2500\" (text) | 2500 (number)",
                "amount | usd | usd | 2500 (number)",
                "amount | > 2500 | > 2500 (number) | 2500 (number)",
                "amount | >= 2501 | >= 2501 (number) | 2500 (number)",
                "amount | < 2500 | < 2500 (number) | 2500 (number)",
                "amount | <= 2499 | <= 2499 (number) | 2500 (number)",
                "amount | <absent> | no such field | 2500 (number)",
                "gone | <matches .*> | a value that matches .* | null",
                "amount | <contains 50> | a text or list that contains 50 | 2500 (number)",
                "code | 25 | 25 (number) | \"25\" (text)",
                "code | > 10 | > 10 (number) | \"25\" (text)",
                "currency | USD | USD | usd",
                "currency | <matches u> | a value that matches u | usd",
                "currency | <contains US> | a text or list that contains US | usd",
                "ok | \"true\" | \"true\" (text) | true (boolean)",
                "ok | false | false (boolean) | true (boolean)",
                "gone | <any> | any value | null",
                "gone | <absent> | no such field | null",
                "gone | \"null\" | \"null\" (text) | null",
                "never | <any> | any value | nothing",
                "never | null | null | nothing",
                "never | nothing | \"nothing\" (text) | nothing",
                "posted | <date within 28 s> | a date within 28 s of its capture | 2026-03-01T10:00:30Z",
                "currency | <date within 1 h> | a date within 3600 s of its capture | usd",
                "tags | <contains vi> | a text or list that contains vi | [\"vip\",\"eu\"]",
                "tags | vip | vip | [\"vip\",\"eu\"]",
                "items[2].sku | <any> | any value | nothing",
                "header X-Other | <any> | any value | nothing",
                "query.page | 2 | 2 (number) | \"2\" (text)",
            })
    void doesNotFit(String path, String cell, String expected, String observed) {
        assertThat(judged(path, cell))
                .isViolatedBy(WRONG_FIELD)
                .found("provider refund, " + path, expected, observed)
                .decidedBy(6L);
    }

    @Test
    void everyRowMustHold() {
        assertThat(judged("amount", "2500", "currency", "usd", "metadata.order_id", "A-100"))
                .isMet();
        Verdict verdict = judged("amount", "2500", "currency", "eur", "ok", "false");
        assertThat(verdict).isViolatedBy(WRONG_FIELD).found("provider refund, currency", "eur", "usd");
        Assertions.assertThat(verdict.findings().get(0).sightings().get(0).table())
                .containsExactly(
                        new Cell("amount", "2500 (number)", null, null),
                        new Cell("currency", "usd", "eur", null),
                        new Cell("ok", "true (boolean)", "false (boolean)", null));
    }

    @Test
    void theNearestIsTheOneWithTheFewestDifferences() {
        Snapshot snapshot = History.begins()
                .effect(1, REFUND)
                .body("{\"amount\": 1, \"currency\": \"eur\"}")
                .effect(2, REFUND)
                .body("{\"amount\": 2500, \"currency\": \"eur\"}")
                .effect(3, REFUND)
                .body("{}")
                .settled()
                .look(10);
        assertThat(judge(happens(exactly(1, REFUND, "amount", "2500", "currency", "usd")), snapshot))
                .isViolatedBy(WRONG_FIELD)
                .found("provider refund, currency", "usd", "eur")
                .decidedBy(6L);
    }

    @Test
    void onlyThoseThatFitCountAgainstALimit() {
        History history = delivered().effect(2, REFUND).body("{\"amount\": 1}");
        assertThat(judge(happens(exactly(1, REFUND, "amount", "2500")), history.look(3)))
                .isMet()
                .decidedBy(6L);
        assertThat(judge(happens(no(REFUND, "amount", "7")), history.look(3))).isMet();
        history.effect(3, REFUND).body("{\"amount\": 2500.0}");
        assertThat(judge(happens(exactly(1, REFUND, "amount", "2500")), history.look(3)))
                .isViolatedBy(DUPLICATE_EFFECT)
                .decidedBy(6L, 8L);
    }

    /** Guards against a captured value that stops the judge: no exponent of this size is a number. */
    @Test
    void aCapturedTextThatLooksLikeAHugeNumberIsAText() {
        Snapshot snapshot = History.begins()
                .effect(1, REFUND)
                .body("{\"id\": \"7e83920183746\"}")
                .settled()
                .look(10);
        assertThat(judge(happens(exactly(1, REFUND, "id", "7")), snapshot))
                .isViolatedBy(WRONG_FIELD)
                .found("provider refund, id", "7 (number)", "7e83920183746");
        assertThat(judge(happens(exactly(1, REFUND, "id", "7e83920183746")), snapshot))
                .isMet();
    }

    @Test
    void whatTheBodySaysComesBeforeWhatIsKnownBesideIt() {
        Snapshot snapshot = delivered().property("currency", "eur").look(12);
        assertThat(judge(happens(exactly(1, REFUND, "currency", "usd")), snapshot))
                .isMet();
    }

    @Test
    void aBodyThatIsAPlainTextHasNoOtherField() {
        Snapshot snapshot = History.begins()
                .effect(1, REFUND)
                .body("paid in full")
                .settled()
                .look(10);
        assertThat(judge(happens(exactly(1, REFUND, "amount", "<absent>")), snapshot))
                .isMet();
        assertThat(judge(
                        happens(exactly(1, REFUND, "text", "<absent>")),
                        delivered().look(12)))
                .isMet();
    }

    @Test
    void aBodyThatIsAPlainTextHasItsText() {
        Snapshot snapshot = History.begins()
                .effect(1, REFUND)
                .body("paid in full")
                .settled()
                .look(10);
        assertThat(judge(happens(exactly(1, REFUND, "text", "<contains full>")), snapshot))
                .isMet();
    }
}
