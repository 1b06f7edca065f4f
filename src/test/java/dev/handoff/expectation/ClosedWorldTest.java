package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.UNEXPECTED_EFFECT;
import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.attempts;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.inOrder;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.expectation.Said.nothingBeside;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedWorldTest {

    private static History refunded() {
        return History.begins().action(0, "the refund").effect(1, REFUND).body("{\"amount\": 2500}");
    }

    private final Statement refundOnly = nothingBeside(happens(exactly(1, REFUND)));

    @Test
    void whatIsNamedIsExpectedOnceSettled() {
        assertThat(judge(refundOnly, refunded().look(60))).isOpen();
        assertThat(judge(refundOnly, refunded().settled().look(3))).isMet();
    }

    @Test
    void whatNobodyNamedIsUnexpectedAtOnce() {
        assertThat(judge(refundOnly, refunded().effect(2, NOTICE).look(2)))
                .isViolatedBy(UNEXPECTED_EFFECT)
                .found("support notification", "nothing but what the scenario names", "1 more")
                .decidedBy(7L);
    }

    @Test
    void whatHappenedBeforeTheLastActionIsUnexpectedToo() {
        assertThat(judge(
                        refundOnly,
                        refunded().effect(2, NOTICE).action(3, "the approval").look(4)))
                .isViolatedBy(UNEXPECTED_EFFECT);
    }

    @Test
    void whatFitsNoTableIsUnexpected() {
        Statement named = nothingBeside(happens(exactly(1, REFUND, "amount", "2500")));
        assertThat(judge(named, refunded().settled().look(3))).isMet();
        assertThat(judge(
                        named,
                        refunded().effect(2, REFUND).body("{\"amount\": 1}").look(3)))
                .isViolatedBy(UNEXPECTED_EFFECT)
                .decidedBy(7L);
    }

    @Test
    void whatFitsOneOfSeveralStatementsIsExpected() {
        Statement named = nothingBeside(
                happens(exactly(1, REFUND, "amount", "2500")), happens(exactly(1, REFUND, "amount", "1")));
        assertThat(judge(
                        named,
                        refunded()
                                .effect(2, REFUND)
                                .body("{\"amount\": 1}")
                                .settled()
                                .look(3)))
                .isMet();
    }

    @Test
    void whatTheVocabularyHasNoNameForIsUnexpected() {
        assertThat(judge(
                        refundOnly,
                        refunded()
                                .unmapped(2, "payments")
                                .summary("POST /v1/transfers")
                                .look(2)))
                .isViolatedBy(UNEXPECTED_EFFECT)
                .found("unmapped POST /v1/transfers in payments", "nothing but what the scenario names", "1 more");
    }

    @Test
    void attemptsAreNotUnexpected() {
        assertThat(judge(
                        refundOnly,
                        refunded()
                                .effect(2, NOTICE)
                                .rejected(500)
                                .effect(2, NOTICE)
                                .replayed(201)
                                .settled()
                                .look(3)))
                .isMet();
    }

    @Test
    void anAbsenceNamesNothing() {
        assertThat(judge(
                        nothingBeside(happens(exactly(1, REFUND), no(NOTICE))),
                        refunded().effect(2, NOTICE).look(2)))
                .isViolatedBy(UNEXPECTED_EFFECT);
    }

    @Test
    void atLeastAttemptsOrdersAndAllNameTheirEffects() {
        History history = refunded().effect(2, NOTICE).effect(3, LEDGER).settled();
        assertThat(judge(
                        nothingBeside(happens(atLeast(1, REFUND)), attempts(NOTICE, 1), inOrder("the refund", LEDGER)),
                        history.look(4)))
                .isMet();
        assertThat(judge(
                        nothingBeside(new Statement.All(List.of(happens(atLeast(1, REFUND)), inOrder(NOTICE, LEDGER)))),
                        history.look(4)))
                .isMet();
    }

    @Test
    void attemptsOrdersAndAllNameNothingElse() {
        History history = refunded().effect(2, NOTICE).effect(3, LEDGER).settled();
        for (Statement named : List.of(
                new Statement.All(List.of(happens(exactly(1, REFUND)), happens(exactly(1, NOTICE)))),
                new Statement.All(List.of(happens(exactly(1, REFUND)), attempts(NOTICE, 1))),
                inOrder(REFUND, NOTICE))) {
            assertThat(judge(nothingBeside(named), history.look(4)))
                    .isViolatedBy(UNEXPECTED_EFFECT)
                    .decidedBy(8L);
        }
    }

    @Test
    void answersStagesAndForbiddenTimesNameNothing() {
        Statement named = nothingBeside(
                new Statement.ResponseStatus(202),
                new Statement.Reaches("completed", Duration.ofSeconds(1)),
                new Statement.NotBefore(REFUND, "the approval"));
        assertThat(judge(named, refunded().look(2))).isViolatedBy(UNEXPECTED_EFFECT);
    }

    @Test
    void aContestedEffectThatNobodyNamedLeavesItUnknown() {
        assertThat(judge(refundOnly, refunded().contested(2, NOTICE).settled().look(3)))
                .isUnknownBecause("support notification fits this scenario and \"Another refund\"");
        assertThat(judge(refundOnly, refunded().contested(2, REFUND).settled().look(3)))
                .isMet();
        assertThat(judge(
                        refundOnly,
                        refunded().contested(2, NOTICE).rejected(500).settled().look(3)))
                .isMet();
    }

    @Test
    void aGapOfAnySystemLeavesItUnknown() {
        assertThat(judge(
                        refundOnly,
                        refunded()
                                .probeDown(2, "mail")
                                .probeUp(2.1, "mail")
                                .settled()
                                .look(3)))
                .isUnknownBecause("the probe of mail was down during the scenario");
        assertThat(judge(
                        refundOnly,
                        History.beginsUnproven()
                                .probeUp(1, "payments")
                                .settled()
                                .look(3)))
                .isUnknownBecause(
                        "the probe of ledger was never seen working",
                        "the probe of mail was never seen working",
                        "the probe of payments was never seen working");
    }

    @Test
    void theAskingForStagesIsNoProbe() {
        assertThat(judge(refundOnly, refunded().seen("application", 3).settled().look(3)))
                .isMet();
    }

    /** What could not be asked for is unknown: a reader of "nothing else" must know of it. */
    @Test
    void aQueryThatCouldNotBeAskedIsNamedBesideIt() {
        assertThat(judge(refundOnly, refunded().unasked(LEDGER).settled().look(3)))
                .isMet()
                .notes("ledger was never asked for the ledger entry: refund_id is not known in this scenario");
    }

    @Test
    void givingUpLeavesItUnknown() {
        assertThat(judge(refundOnly, refunded().gaveUp("outbox holds 2").look(40)))
                .isUnknownBecause("not at rest after the longest wait: outbox holds 2");
    }

    @Test
    void aPartOfAllThatIsViolatedOutweighsADoubt() {
        Statement all = new Statement.All(List.of(happens(no(NOTICE)), refundOnly));
        assertThat(judge(
                        all,
                        refunded()
                                .contested(2, NOTICE)
                                .effect(3, LEDGER)
                                .settled()
                                .look(4)))
                .isViolatedBy(UNEXPECTED_EFFECT);
    }

    /** Guards against a green "nothing else happens" beside an effect that lost its ID, on a build that fails on strays. */
    @Test
    void aStrayThatNobodyNamedIsNamedBesideItAndWithFailLeavesItUnknown() {
        Snapshot snapshot = refunded().stray(2, NOTICE).settled().look(3);
        String note = "#7 is another support notification in this time that fits no scenario";
        assertThat(Judge.judge(Said.that(refundOnly, Expectation.Strays.WARN), snapshot))
                .isMet()
                .notes(note);
        assertThat(Judge.judge(Said.that(refundOnly, Expectation.Strays.IGNORE), snapshot))
                .isMet()
                .notes();
        assertThat(Judge.judge(Said.that(refundOnly, Expectation.Strays.FAIL), snapshot))
                .isUnknownBecause(note);
    }

    @Test
    void aStrayWithoutANameIsNamedByWhatItWas() {
        Snapshot snapshot = refunded()
                .stray(2, new EffectName(null, "payments"))
                .summary("POST /v1/transfers")
                .settled()
                .look(3);
        assertThat(Judge.judge(Said.that(refundOnly, Expectation.Strays.FAIL), snapshot))
                .isUnknownBecause(
                        "#7 is another unmapped POST /v1/transfers in payments in this time that fits no scenario");
    }

    @Test
    void aStrayThatIsNamedOrRefusedIsNothingElse() {
        Snapshot snapshot = refunded()
                .stray(2, REFUND)
                .stray(2, NOTICE)
                .rejected(500)
                .settled()
                .look(3);
        assertThat(Judge.judge(Said.that(refundOnly, Expectation.Strays.FAIL), snapshot))
                .isMet()
                .notes();
    }
}
