package dev.handoff.expectation;

import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.atMost;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.no;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An absence that rests on a field which nothing has is met, and says so. */
class UnknownFieldsTest {

    private static History refunded() {
        return History.begins()
                .action(0, "the refund")
                .effect(1, REFUND)
                .body("{\"amount\":2500,\"currency\":\"usd\",\"metadata\":{\"order_id\":\"A-100\"}}")
                .header("Idempotency-Key", "k-9");
    }

    private static List<String> notes(Count count, History history) {
        Verdict verdict = judge(happens(count), history.settled().look(12));
        assertThat(verdict.outcome()).isEqualTo(Outcome.MET);
        return verdict.notes();
    }

    @Test
    void aMistypedFieldIsNamedWithThoseThatThereAre() {
        assertThat(notes(no(REFUND, "amuont", "9900"), refunded()))
                .containsExactly("no provider refund of this scenario has a field amuont; there are amount, currency,"
                        + " metadata");
        assertThat(notes(atMost(1, REFUND, "amuont", "2500"), refunded())).hasSize(1);
    }

    @Test
    void aMistypedFieldBelowAnotherIsNamedWithThoseBesideIt() {
        assertThat(notes(no(REFUND, "metadata.ordr_id", "A-100"), refunded()))
                .containsExactly("no provider refund of this scenario has a field metadata.ordr_id; there are"
                        + " metadata.order_id");
        assertThat(notes(no(REFUND, "$.metdata.order_id", "A-100"), refunded()))
                .containsExactly("no provider refund of this scenario has a field $.metdata.order_id; there are amount,"
                        + " currency, metadata");
    }

    @Test
    void aMistypedHeaderIsNamedWithThoseThatThereAre() {
        assertThat(notes(no(REFUND, "header Idempotency", "k-9"), refunded()))
                .singleElement()
                .asString()
                .contains("has a field header Idempotency; there are header Idempotency-Key");
    }

    @Test
    void aFieldThatOneOfThemHasIsKnown() {
        assertThat(notes(no(REFUND, "amount", "9900"), refunded())).isEmpty();
        assertThat(notes(
                        no(REFUND, "reason", "fraud"),
                        refunded().effect(2, REFUND).body("{\"reason\":null}")))
                .isEmpty();
    }

    @Test
    void whereThereIsNothingToCompareWithNothingIsSaid() {
        assertThat(notes(no(REFUND, "amuont", "9900"), History.begins().action(0, "the refund")))
                .isEmpty();
    }

    @Test
    void aFieldThatMustBeAbsentIsNotMistyped() {
        assertThat(notes(no(REFUND, "amount", "9900", "voucher", "<absent>"), refunded()))
                .isEmpty();
    }

    @Test
    void aRowThatHeldForOneIsNotMistyped() {
        assertThat(notes(atMost(1, REFUND, "amount", "2500"), refunded())).isEmpty();
    }
}
