package dev.handoff.report.text;

import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.History;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Exchanged;
import dev.handoff.journal.Message;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenarioTextTest {

    private final Snapshot snapshot = History.begins()
            .action(0, "the refund")
            .exchange(0.1, 202, "{\"id\":\"r-1\"}")
            .effect(1, REFUND)
            .summary("POST /v1/refunds")
            .property("path", "/v1/refunds")
            .body("{\"amount\":2500}")
            .key("k-1")
            .rejected(503)
            .fault(1, "answers 503 to the next request")
            .effect(2, REFUND)
            .summary("POST /v1/refunds")
            .body("{\"amount\":2500}")
            .key("k-1")
            .effect(2.5, REFUND)
            .replayed(201)
            .contested(3, NOTICE)
            .stray(4, NOTICE)
            .stage(4, 5, "completed")
            .noAnswer(6, "Connection refused")
            .look(7);

    @Test
    void theJournalHasALineForEachEntryThatBearsOnTheScenario() {
        Golden.assertIs("journal", ScenarioText.journal(snapshot));
    }

    @Test
    void aDeliveryIsToldWithHeadersBodyAndAnswer() {
        Captured first = snapshot.effects().get(0).captured();
        Captured answered = new Captured(
                first.index(),
                first.at(),
                first.system(),
                first.effect(),
                first.disposition(),
                first.occurred(),
                first.summary(),
                first.properties(),
                first.content(),
                503,
                Message.of(Map.of("Retry-After", List.of("1")), "text/plain", "busy"),
                first.handoff(),
                first.sequence(),
                List.of(),
                null);
        Golden.assertIs("delivery", ScenarioText.delivery(answered));
    }

    @Test
    void anExchangeIsToldAsRequestAndAnswer() {
        Exchanged exchanged = snapshot.entries(Exchanged.class).findFirst().orElseThrow();
        Golden.assertIs("exchange", ScenarioText.exchange(exchanged));
    }

    @Test
    void aRequestWithoutAnswerSaysWhy() {
        Exchanged last = snapshot.entries(Exchanged.class).skip(1).findFirst().orElseThrow();
        assertThat(ScenarioText.exchange(last)).isEqualTo("POST /refunds\n\nno answer: Connection refused");
    }

    @Test
    void aBodyThatWasCutSaysSo() {
        Exchanged exchanged = snapshot.entries(Exchanged.class).findFirst().orElseThrow();
        Message cut = new Message(Map.of(), "application/json", "{\"a\": [1, 2", 11);
        assertThat(ScenarioText.exchange(new Exchanged(
                        1, exchanged.at(), "s", 1, exchanged.at(), "GET", "/", Message.EMPTY, 200, cut, null, false)))
                .endsWith("{\"a\": [1, 2\n\n(cut at 11 bytes)");
    }
}
