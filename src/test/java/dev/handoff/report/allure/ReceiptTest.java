package dev.handoff.report.allure;

import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Said;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    private static final String ATTACK = "<img src=x onerror=\"alert('1')\">&";
    private static final String HARMLESS = "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;";

    private static Judged judged(Statement statement, Snapshot snapshot) {
        Expectation expectation = Said.that(statement);
        return new Judged("scenario", snapshot.looked().index(), expectation, Judge.judge(expectation, snapshot));
    }

    private static History refunded() {
        return History.begins().action(0, "the refund").effect(1, REFUND);
    }

    @Test
    void everyExpectationHasALineWithItsEvidenceAndVerdict() {
        Statement one = happens(exactly(1, REFUND));
        String html = Receipt.html(
                "c-1",
                List.of(
                        judged(one, refunded().settled().look(3)),
                        judged(one, refunded().effect(2, REFUND).look(3)),
                        judged(one, refunded().gaveUp("outbox holds 2").look(40))),
                refunded().effect(2, REFUND).look(3));
        assertThat(text(html))
                .containsExactly(
                        "Correlation ID",
                        "c-1",
                        "Promised",
                        "Observed",
                        "Evidence",
                        "Verdict",
                        Said.SOURCE.text(),
                        "1 provider refund",
                        "quiet for 1.0 s; shop.events consumed to offset 412",
                        "#6 by order_id A-100 in $.order_id",
                        "MET",
                        Said.SOURCE.text(),
                        "2",
                        "duplicate effect: provider refund",
                        "#6, #7 by order_id A-100 in $.order_id",
                        "VIOLATED",
                        Said.SOURCE.text(),
                        "1 provider refund",
                        "inconclusive: provider refund; not at rest after the longest wait: outbox holds 2",
                        "INCONCLUSIVE");
    }

    @Test
    void thatPayloadsKeepTheirContractsIsOneLine() {
        Statement kept = new Statement.ContractsKept(List.of());
        Snapshot snapshot = refunded()
                .body("{\"amount\": 1}")
                .contract("{\"required\": [\"amount\"]}")
                .look(3);
        assertThat(text(Receipt.html("c-1", List.of(judged(kept, snapshot)), snapshot)))
                .containsSubsequence("every payload keeps its contract", "1 payload, 1 effect", "MET");
    }

    @Test
    void whatWasCapturedNeverBecomesMarkup() {
        Snapshot snapshot = refunded()
                .body("{\"note\": \"<img src=x onerror=\\\"alert('1')\\\">&\"}")
                .exchange(2, 200, "{\"note\": \"<img src=x onerror=\\\"alert('1')\\\">&\"}")
                .settled()
                .look(12);
        Expectation expectation = new Expectation(
                new Source("f", 1, "Then " + ATTACK),
                new Statement.ResponseHas(Said.fields("note", "fine")),
                Expectation.Strays.WARN);
        Verdict verdict = Judge.judge(expectation, snapshot);
        assertThat(verdict.observed()).isEqualTo(ATTACK);
        String html = Receipt.html(ATTACK, List.of(new Judged("s", 1, expectation, verdict)), snapshot);
        assertThat(html).doesNotContain("<img").doesNotContain("onerror=\"").contains(HARMLESS);
        assertThat(html.split(java.util.regex.Pattern.quote(HARMLESS), -1)).hasSize(4);
    }

    @Test
    void whatAProbeSaysNeverBecomesMarkup() {
        Judged judged =
                judged(happens(exactly(1, REFUND)), refunded().gaveUp(ATTACK).look(40));
        assertThat(Receipt.html("c", List.of(judged), refunded().look(40)))
                .doesNotContain("<img")
                .contains(HARMLESS);
    }

    @Test
    void aScenarioThatStatedNothingSaysSo() {
        assertThat(text(Receipt.html("c-1", List.of(), refunded().look(1))))
                .containsExactly("Correlation ID", "c-1", "Nothing was judged.");
    }

    private static List<String> text(String html) {
        return java.util.Arrays.stream(html.split("<[^>]*>"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
