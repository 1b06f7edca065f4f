package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.DUPLICATE_EFFECT;
import static dev.handoff.expectation.FailureKind.FORBIDDEN_EFFECT;
import static dev.handoff.expectation.FailureKind.LOST_CORRELATION;
import static dev.handoff.expectation.FailureKind.MISSING_EFFECT;
import static dev.handoff.expectation.FailureKind.UNEXPECTED_EFFECT;
import static dev.handoff.expectation.FailureKind.WRONG_FIELD;
import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.inTheEnd;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.expectation.Said.nothingBeside;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;

class LastStatesTest {

    private static final String PENDING = "{\"status\": \"pending\"}";
    private static final String POSTED = "{\"status\": \"posted\"}";

    private final Statement postedInTheEnd = inTheEnd(LEDGER, "status", "posted");

    private static History pending() {
        return History.begins().action(0, "the refund").effect(1, LEDGER).body(PENDING);
    }

    @Test
    void whatIsSoWhenTheScenarioIsAtRestIsSoInTheEnd() {
        History posted = pending().changed(2, POSTED);

        assertThat(judge(postedInTheEnd, posted.look(2.5))).isOpen();
        assertThat(judge(postedInTheEnd, posted.settled().look(3.5))).isMet().decidedBy(7L);
    }

    @Test
    void whatMayStillBecomeSoIsWaitedForUntilTheWindowHasClosed() {
        assertThat(judge(postedInTheEnd, pending().settled().look(5))).isOpen();
        assertThat(judge(postedInTheEnd, pending().settled().look(11)))
                .isViolatedBy(WRONG_FIELD)
                .found("ledger entry in the end, status", "posted", "pending")
                .decidedBy(6L);
    }

    @Test
    void whatWasSoAndWasOverwrittenIsNotSoInTheEnd() {
        Verdict verdict = judge(
                postedInTheEnd,
                pending().changed(2, POSTED).changed(3, PENDING).settled().look(11));

        assertThat(verdict).isViolatedBy(WRONG_FIELD).decidedBy(8L);
        org.assertj.core.api.Assertions.assertThat(verdict.findings().get(0).notes())
                .containsExactly("it was so at #7, until #8");
    }

    @Test
    void whatIsGoneIsMissingInTheEnd() {
        assertThat(judge(
                        postedInTheEnd,
                        pending().changed(2, POSTED).gone(3).settled().look(11)))
                .isViolatedBy(MISSING_EFFECT)
                .found("ledger entry", "one ledger entry in the end", "it was there and is gone")
                .decidedBy(8L);
        assertThat(judge(
                        postedInTheEnd,
                        pending().gone(2).changed(3, POSTED).settled().look(11)))
                .isMet();
    }

    @Test
    void everyEffectOfTheNameMustBeSo() {
        History second = pending().changed(2, POSTED).effect(3, LEDGER).body(PENDING);

        assertThat(judge(postedInTheEnd, second.settled().look(11)))
                .isViolatedBy(WRONG_FIELD)
                .decidedBy(8L);
    }

    @Test
    void whatNeverCameIsMissingOrLost() {
        History refund = History.begins().action(0, "the refund");

        assertThat(judge(postedInTheEnd, refund.settled().look(11))).isViolatedBy(MISSING_EFFECT);
        assertThat(judge(
                        postedInTheEnd,
                        refund.stray(1, LEDGER).body(POSTED).settled().look(11)))
                .isViolatedBy(LOST_CORRELATION);
    }

    @Test
    void whatIsStillInFlightMayChangeIt() {
        assertThat(judge(postedInTheEnd, pending().gaveUp("outbox holds 1").look(50)))
                .isUnknownBecause("not at rest after the longest wait: outbox holds 1");
    }

    @Test
    void whatFitsAnotherScenarioTooLeavesItOpenUnlessItIsSo() {
        History posted = pending().changed(2, POSTED);

        assertThat(judge(
                        postedInTheEnd,
                        posted.contested(3, LEDGER).body(PENDING).settled().look(4)))
                .isUnknownBecause("fits this scenario and \"Another refund\"");
        assertThat(judge(
                        postedInTheEnd,
                        pending()
                                .changed(2, POSTED)
                                .contested(3, LEDGER)
                                .body(PENDING)
                                .changed(3.5, POSTED)
                                .settled()
                                .look(4)))
                .isMet();
    }

    @Test
    void anEffectThatChangesIsOneEffect() {
        History posted = pending().changed(2, POSTED).settled();

        assertThat(judge(happens(exactly(1, LEDGER)), posted.look(4))).isMet();
        assertThat(judge(nothingBeside(happens(exactly(1, LEDGER, "status", "posted"))), posted.look(4)))
                .isMet();
        assertThat(judge(nothingBeside(happens(exactly(1, LEDGER, "status", "void"))), posted.look(4)))
                .isViolatedBy(UNEXPECTED_EFFECT);
        assertThat(judge(
                        happens(exactly(1, LEDGER)),
                        posted.effect(3, LEDGER).body(POSTED).look(4)))
                .isViolatedBy(DUPLICATE_EFFECT);
    }

    @Test
    void anEffectCountsWithEveryStateThatItHad() {
        History posted = pending().changed(2, POSTED).settled();

        assertThat(judge(happens(exactly(1, LEDGER, "status", "pending")), posted.look(4)))
                .isMet()
                .decidedBy(6L);
        assertThat(judge(happens(exactly(1, LEDGER, "status", "posted")), posted.look(4)))
                .isMet()
                .decidedBy(7L);
        assertThat(judge(happens(no(LEDGER, "status", "posted")), posted.look(2)))
                .isViolatedBy(FORBIDDEN_EFFECT)
                .decidedBy(7L);
        assertThat(judge(happens(exactly(1, LEDGER, "status", "void")), posted.look(11)))
                .isViolatedBy(WRONG_FIELD)
                .found("ledger entry, status", "void", "posted");
    }

    @Test
    void aStateThatComesAfterTheWindowIsTooLateForIt() {
        assertThat(judge(
                        happens(exactly(1, LEDGER, "status", "posted")),
                        pending().changed(10.5, 11, POSTED).settled().look(13)))
                .isViolatedBy(FailureKind.TOO_LATE);
    }
}
