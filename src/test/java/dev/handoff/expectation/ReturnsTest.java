package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.MISSING_EFFECT;
import static dev.handoff.expectation.FailureKind.OUT_OF_ORDER;
import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.neverReturns;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;

class ReturnsTest {

    private final Statement planNeverReturns = neverReturns("plan", LEDGER);

    private static String plan(String plan, int version) {
        return "{\"plan\": \"" + plan + "\", \"version\": " + version + "}";
    }

    private static History upgraded() {
        return History.begins()
                .action(0, "the upgrade")
                .effect(1, LEDGER)
                .body(plan("free", 1))
                .changed(2, plan("team", 2));
    }

    @Test
    void whatOnlyGoesOnIsMetOnceSettled() {
        assertThat(judge(planNeverReturns, upgraded().look(3))).isOpen();
        assertThat(judge(planNeverReturns, upgraded().settled().look(3)))
                .isMet()
                .decidedBy(6L);
    }

    @Test
    void whatIsOverwrittenByAnOlderStateIsOutOfOrderAtOnceWhateverElseDiffers() {
        assertThat(judge(
                        planNeverReturns, upgraded().changed(3, plan("free", 3)).look(3)))
                .isViolatedBy(OUT_OF_ORDER)
                .found("ledger entry, plan", "no return to an earlier value", "free, then team, then free")
                .decidedBy(6L, 7L, 8L);
    }

    @Test
    void aChangeOfAnotherFieldIsNoReturn() {
        assertThat(judge(
                        planNeverReturns,
                        upgraded().changed(3, plan("team", 3)).settled().look(5)))
                .isMet();
    }

    @Test
    void whatWasGoneAndIsBackAsItWasHasReturned() {
        assertThat(judge(
                        planNeverReturns,
                        upgraded().gone(3).changed(4, plan("team", 2)).look(5)))
                .isViolatedBy(OUT_OF_ORDER);
    }

    @Test
    void twoEffectsOfTheNameDoNotReturnToEachOthersValues() {
        assertThat(judge(
                        planNeverReturns,
                        upgraded()
                                .effect(3, LEDGER)
                                .body(plan("free", 1))
                                .settled()
                                .look(5)))
                .isMet();
    }

    @Test
    void withoutAnEffectOrItsFieldNothingCanBeSaid() {
        assertThat(judge(
                        planNeverReturns,
                        History.begins().action(0, "the upgrade").settled().look(11)))
                .isViolatedBy(MISSING_EFFECT);
        assertThat(judge(neverReturns("tier", LEDGER), upgraded().settled().look(3)))
                .isUnknownBecause("#6 has no field tier; there are plan, version");
    }

    @Test
    void whatFitsAnotherScenarioTooAndReturnsLeavesItOpen() {
        assertThat(judge(
                        planNeverReturns,
                        upgraded()
                                .contested(2.5, LEDGER)
                                .body(plan("free", 1))
                                .changed(3, plan("team", 2))
                                .changed(4, plan("free", 1))
                                .settled()
                                .look(6)))
                .isUnknownBecause("fits this scenario and \"Another refund\"");
    }
}
