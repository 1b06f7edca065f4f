package dev.handoff.report.text;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;

import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Source;
import dev.handoff.journal.Snapshot;
import dev.handoff.recording.Judged;
import org.junit.jupiter.api.Test;

/** A second copy is told to be identical or fresh, by what identifies one in its system. */
class CopiesTextTest {

    private static final EffectName EVENT = new EffectName("order completed event", "events");

    private static History asked() {
        return History.begins().action(0, "the refund");
    }

    private static void assertText(String name, EffectName effect, History history) {
        Snapshot snapshot = history.look(3);
        Expectation expectation = new Expectation(
                new Source("features/refunds.feature", 12, "Then exactly one " + effect.name() + " is made"),
                happens(exactly(1, effect)),
                Expectation.Strays.WARN);
        Golden.assertIs(
                name,
                FailureText.of(
                        new Judged(
                                "scenario", snapshot.looked().index(), expectation, Judge.judge(expectation, snapshot)),
                        snapshot,
                        "target/handoff/run-1/journal.ndjson"));
    }

    @Test
    void aRequestUnderTheSameKeyIsIdentical() {
        assertText(
                "copies-http",
                REFUND,
                asked().effect(1, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-1")
                        .effect(1.5, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500}")
                        .key("k-1")
                        .effect(2, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 100}")
                        .key("k-1")
                        .effect(2.5, REFUND)
                        .summary("POST /v1/refunds")
                        .body("{\"amount\": 2500, \"a\": 1, \"b\": 2, \"c\": {\"d\": 3, \"e\": 4}}")
                        .key("k-2"));
    }

    @Test
    void aMailIsIdenticalByItsMessageId() {
        assertText(
                "copies-mail",
                NOTICE,
                asked().effect(1, NOTICE)
                        .summary("mail \"A refund\" to support@example.org")
                        .header("Message-ID", "<1@shop>")
                        .body("{\"subject\": \"A refund\"}")
                        .effect(2, NOTICE)
                        .summary("mail \"A refund\" to support@example.org")
                        .header("Message-ID", "<1@shop>")
                        .body("{\"subject\": \"A refund\"}")
                        .effect(2.5, NOTICE)
                        .summary("mail \"A refund\" to support@example.org")
                        .header("Message-ID", "<2@shop>")
                        .body("{\"subject\": \"A refund\"}"));
    }

    @Test
    void aMessageIsIdenticalByItsIdOrItsContent() {
        assertText(
                "copies-kafka",
                EVENT,
                asked().effect(1, EVENT)
                        .summary("message on shop.events at 0/1")
                        .header("ce_id", "e-1")
                        .body("{\"type\": \"order.completed\"}")
                        .effect(2, EVENT)
                        .summary("message on shop.events at 0/2")
                        .header("ce_id", "e-1")
                        .body("{\"type\": \"order.completed\"}")
                        .effect(2.5, EVENT)
                        .summary("message on shop.events at 0/3")
                        .header("ce_id", "e-2")
                        .body("{\"type\": \"order.completed\", \"time\": 7}"));
        assertText(
                "copies-kafka-without-id",
                EVENT,
                asked().effect(1, EVENT)
                        .summary("message on shop.events at 0/1")
                        .body("{\"type\": \"order.completed\", \"event_id\": 1}")
                        .effect(2, EVENT)
                        .summary("message on shop.events at 0/2")
                        .body("{\"type\": \"order.completed\", \"event_id\": 1}")
                        .effect(2.5, EVENT)
                        .summary("message on shop.events at 0/3")
                        .body("{\"type\": \"order.completed\", \"event_id\": 2}"));
    }

    @Test
    void aRowIsAlwaysFresh() {
        assertText(
                "copies-sql",
                LEDGER,
                asked().effect(1, LEDGER)
                        .summary("row 7")
                        .property("row", "7")
                        .body("{\"entry_id\": 7, \"amount\": 2500}")
                        .effect(2, LEDGER)
                        .summary("row 8")
                        .property("row", "8")
                        .body("{\"entry_id\": 8, \"amount\": 2500}"));
    }
}
