package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.ATTEMPTS_DIFFER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpacingTest {

    private static final Statement ONE_SECOND_APART =
            new Statement.Spaced(NOTICE, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private static History tried(double... times) {
        History history = History.begins().action(0, "the refund");
        for (double time : times) {
            history.effect(time, NOTICE).key("k-1").rejected(500);
        }
        return history;
    }

    @Test
    void attemptsThatAreSoFarApartAreMetOnceSettled() {
        assertThat(judge(ONE_SECOND_APART, tried(1, 2, 4).look(5))).isOpen();
        assertThat(judge(ONE_SECOND_APART, tried(1, 2, 4).settled().look(6)))
                .isMet()
                .decidedBy(6L, 7L, 8L);
    }

    @Test
    void oneThatComesTooSoonDiffersAtOnce() {
        assertThat(judge(ONE_SECOND_APART, tried(1, 2, 2.9).look(3)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "attempts at least 1 s apart", "3 attempts, the nearest 0.900 s apart");
    }

    /** Guards against a back-off that is called kept because nothing was tried again. */
    @Test
    void withoutASecondAttemptNothingIsApart() {
        assertThat(judge(ONE_SECOND_APART, tried(1).settled().look(9))).isOpen();
        assertThat(judge(ONE_SECOND_APART, tried(1).settled().look(11)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "attempts at least 1 s apart", "no attempt was made again");
        assertThat(judge(ONE_SECOND_APART, tried().settled().look(11)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "attempts at least 1 s apart", "no attempt");
    }

    @Test
    void otherHandoffsOfTheSameEffectMayComeBetween() {
        History history = tried(1).effect(1.1, NOTICE)
                .key("k-2")
                .effect(2, NOTICE)
                .key("k-1")
                .answered(202);
        assertThat(judge(ONE_SECOND_APART, history.settled().look(5))).isMet();
    }

    @Test
    void withoutAKeyTheSameContentIsTheSameHandoff() {
        History history = History.begins()
                .action(0, "the refund")
                .effect(1, NOTICE)
                .body("{\"to\": \"ann\"}")
                .rejected(500)
                .effect(1.2, NOTICE)
                .body("{\"to\": \"bob\"}")
                .effect(1.5, NOTICE)
                .body("{\"to\": \"ann\"}");
        assertThat(judge(ONE_SECOND_APART, history.look(5)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "attempts at least 1 s apart", "3 attempts, the nearest 0.500 s apart");
    }

    @Test
    void aGapOrAContestedAttemptLeavesItUnknown() {
        assertThat(judge(
                        ONE_SECOND_APART,
                        tried(1, 3)
                                .probeDown(3.5, "mail")
                                .probeUp(4, "mail")
                                .settled()
                                .look(5)))
                .isUnknownBecause("the probe of mail was down");
        assertThat(judge(
                        ONE_SECOND_APART,
                        tried(1, 3).contested(4, NOTICE).settled().look(5)))
                .isUnknownBecause("belongs to neither");
    }

    @Test
    void whereTheTimesAreNotKnownExactlyItMayBeUnknown() {
        assertThat(judge(
                        ONE_SECOND_APART,
                        tried(1).effect(2.5, NOTICE)
                                .between(1.5, 2.5)
                                .key("k-1")
                                .rejected(500)
                                .settled()
                                .look(5)))
                .isUnknownBecause("the time between #6 and #7 is not known more exactly");
    }
}
