package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.MISSING_EFFECT;
import static dev.handoff.expectation.FailureKind.TOO_LATE;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.reaches;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;

class StagesTest {

    private static final double MICROSECOND = 1e-6;

    private final Statement completes = reaches("completed");

    private static History asked() {
        return History.begins().action(0, "the refund").stage(0.1, 0.2, "pending");
    }

    @Test
    void aStageThatWasSaidInTimeIsReachedAtOnce() {
        assertThat(judge(completes, asked().stage(1, 2, "completed").look(2)))
                .isMet()
                .decidedBy(7L);
        assertThat(judge(
                        completes,
                        asked().stage(1, 2, "completed").stage(2, 3, "archived").look(3)))
                .isMet();
        assertThat(judge(completes, asked().stage(9, 10, "completed").look(10))).isMet();
    }

    @Test
    void aStageIsMissingOnceTheApplicationHasSaidOtherwiseToTheEndOfTheWindow() {
        assertThat(judge(completes, asked().seen("application", 9).look(9))).isOpen();
        assertThat(judge(completes, asked().look(30))).isOpen();
        assertThat(judge(
                        completes, asked().seen("application", 10 - MICROSECOND).look(30)))
                .isOpen();
        assertThat(judge(completes, asked().seen("application", 10).look(10)))
                .isViolatedBy(MISSING_EFFECT)
                .found("workflow stage \"completed\"", "completed within 10 s", "pending");
    }

    @Test
    void anApplicationThatSaidNoStageAtAllIsShownSo() {
        assertThat(judge(
                        completes,
                        History.begins()
                                .action(0, "the refund")
                                .seen("application", 10)
                                .look(10)))
                .isViolatedBy(MISSING_EFFECT)
                .found("workflow stage \"completed\"", "completed within 10 s", "no stage");
    }

    @Test
    void anApplicationThatDidNotSayLeavesItUnknown() {
        assertThat(judge(completes, asked().gaveUp("outbox holds 2").look(40)))
                .isUnknownBecause("the application did not say which stage it is in");
    }

    @Test
    void aStageThatWasReachedLaterIsTooLate() {
        assertThat(judge(
                        completes,
                        asked().stage(10 + MICROSECOND, 12, "completed")
                                .seen("application", 12)
                                .look(12)))
                .isViolatedBy(TOO_LATE)
                .found("workflow stage \"completed\"", "completed within 10 s", "pending, then completed");
    }

    /** Guards against a green stage of an application that did not answer from before the deadline to long after it. */
    @Test
    void aStageThatWasReachedBeforeOrAfterTheDeadlineIsUnknown() {
        assertThat(judge(
                        completes,
                        asked().stage(9, 25, "completed")
                                .seen("application", 25)
                                .look(25)))
                .isUnknownBecause("#7 happened either before or after the window closed");
    }
}
