package dev.handoff.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sink;
import dev.handoff.journal.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProofTest {

    private final Journal journal = new Journal(
            new JournalSettings(Map.of("order_id", List.of(), "refund_id", List.of()), Set.of()), Sink.NOWHERE);
    private final String ours = journal.startScenario("ours", "a.feature", 1, List.of("h7@example.test"))
            .scenario();
    private final long action = journal.actionStarted(ours, "the refund", "When a refund is requested")
            .index();

    private Captured captured(Map<String, List<String>> headers, String body) {
        return journal.capture(Capture.effect(
                "payments",
                "provider refund",
                "POST /v1/refunds",
                Map.of(),
                Message.of(headers, "application/json", body)));
    }

    private List<String> proofOf(Captured... captured) {
        Snapshot snapshot = journal.glance(ours, Map.of(), Settlement.OPEN);
        return new Proof(snapshot)
                .of(List.of(captured).stream().map(Captured::index).toList());
    }

    @Test
    void aCorrelationIdIsNamedByWhereItStands() {
        assertThat(proofOf(captured(Map.of("X-Correlation-Id", List.of(ours)), "{}")))
                .containsExactly("#3 by correlation ID in header X-Correlation-Id");
    }

    @Test
    void aTracerIsNamedWithTheValueThatWasPlanted() {
        assertThat(proofOf(captured(Map.of(), "{\"to\":[\"h7@example.test\"]}")))
                .containsExactly("#3 by the planted value h7@example.test in $.to[0]");
    }

    @Test
    void aKeyIsNamedWithWhatTaughtIt() {
        journal.requestLeaves(ours, Message.of(Map.of(), "application/json", "{\"order_id\":\"A-100\"}"));
        journal.exchanged(
                ours,
                action,
                journal.now(),
                "POST",
                "http://shop/refunds",
                Message.EMPTY,
                202,
                Message.of(Map.of(), "application/json", "{\"refund_id\":\"re_7a\"}"),
                false);
        Captured sent = captured(Map.of(), "{\"metadata\":{\"order_id\":\"A-100\"}}");
        Captured answered = captured(Map.of(), "{\"refund_id\":\"re_7a\"}");

        assertThat(proofOf(sent, answered))
                .containsExactly(
                        "#6 by order_id A-100 in $.metadata.order_id, which was sent with the refund",
                        "#7 by refund_id re_7a in $.refund_id, learned from the answer to POST http://shop/refunds");
    }

    @Test
    void aKeyThatAnEffectPassedOnNamesTheEffect() {
        captured(Map.of("X-Correlation-Id", List.of(ours)), "{\"order_id\":\"A-100\"}");
        Captured second = captured(Map.of(), "{\"order_id\":\"A-100\"}");

        assertThat(proofOf(second))
                .containsExactly("#5 by order_id A-100 in $.order_id, learned from #3 provider refund");
    }

    @Test
    void whatHasTheSameProofIsNamedTogether() {
        Map<String, List<String>> marked = Map.of("X-Correlation-Id", List.of(ours));
        assertThat(proofOf(captured(marked, "{}"), captured(marked, "{}")))
                .containsExactly("#3, #4 by correlation ID in header X-Correlation-Id");
    }

    @Test
    void whatBelongsToNobodyHasNoProof() {
        assertThat(proofOf(captured(Map.of(), "{}"))).isEmpty();
    }
}
