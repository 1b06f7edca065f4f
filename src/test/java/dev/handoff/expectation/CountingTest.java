package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.DUPLICATE_EFFECT;
import static dev.handoff.expectation.FailureKind.FORBIDDEN_EFFECT;
import static dev.handoff.expectation.FailureKind.LOST_CORRELATION;
import static dev.handoff.expectation.FailureKind.MISSING_EFFECT;
import static dev.handoff.expectation.FailureKind.TOO_LATE;
import static dev.handoff.expectation.FailureKind.WRONG_FIELD;
import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.atMost;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.happensWithin10Seconds;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import dev.handoff.journal.Looked;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {

    private static final double MICROSECOND = 1e-6;

    private static History refundAsked() {
        return History.begins().action(0, "the refund");
    }

    @Nested
    class ExactlyN {

        @Test
        void isOpenUntilTheScenarioHasSettled() {
            History history = refundAsked().effect(1, REFUND);
            assertThat(judge(happens(exactly(1, REFUND)), history.look(2))).isOpen();
            assertThat(judge(happens(exactly(1, REFUND)), history.look(60))).isOpen();
            assertThat(judge(happens(exactly(1, REFUND)), history.settled().look(2)))
                    .isMet()
                    .decidedBy(6L);
        }

        @Test
        void isViolatedAsSoonAsOneTooManyIsSeen() {
            Snapshot early = refundAsked().effect(1, REFUND).effect(1.2, REFUND).look(1.2);
            assertThat(judge(happens(exactly(1, REFUND)), early))
                    .isViolatedBy(DUPLICATE_EFFECT)
                    .found("provider refund", "exactly one provider refund", "2")
                    .decidedBy(6L, 7L);
        }

        @Test
        void countsTheSecondOneThatCameAfterTheWindow() {
            Snapshot snapshot =
                    refundAsked().effect(1, REFUND).effect(11, REFUND).look(11);
            assertThat(judge(happensWithin10Seconds(exactly(1, REFUND)), snapshot))
                    .isViolatedBy(DUPLICATE_EFFECT);
        }

        @Test
        void isMissingOnlyWhenTheWindowHasClosedAndTheScenarioHasSettled() {
            History none = refundAsked();
            assertThat(judge(happens(exactly(1, REFUND)), none.look(10 - MICROSECOND)))
                    .isOpen();
            assertThat(judge(happens(exactly(1, REFUND)), none.look(10))).isOpen();
            none.settled();
            assertThat(judge(happens(exactly(1, REFUND)), none.look(10 - MICROSECOND)))
                    .isOpen();
            assertThat(judge(happens(exactly(1, REFUND)), none.look(10)))
                    .isViolatedBy(MISSING_EFFECT)
                    .found("provider refund", "exactly one provider refund within 10 s", "none");
        }

        @Test
        void isMissingOnlyWhenTheProbeHasSeenTheWholeWindow() {
            History none = refundAsked().settled();
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            none.seen("payments", 10 - MICROSECOND).look(30)))
                    .isOpen();
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            none.notSeen("payments").look(30)))
                    .isOpen();
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            none.seen("payments", 10).look(30)))
                    .isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void ofTwoIsMissingOneWhenOneCame() {
            Snapshot snapshot = refundAsked().effect(1, REFUND).settled().look(10);
            assertThat(judge(happens(exactly(2, REFUND)), snapshot))
                    .isViolatedBy(MISSING_EFFECT)
                    .found("provider refund", "exactly 2 provider refund within 10 s", "1")
                    .decidedBy(6L);
        }

        @Test
        void countsWhatCameBeforeTheLastAction() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .action(3, "the approval")
                    .effect(4, REFUND)
                    .look(4);
            assertThat(judge(happens(exactly(1, REFUND)), snapshot)).isViolatedBy(DUPLICATE_EFFECT);
        }
    }

    @Nested
    class AtLeastN {

        @Test
        void isMetAtOnceWithoutSettling() {
            Snapshot snapshot =
                    refundAsked().effect(1, REFUND).effect(1.5, REFUND).look(1.5);
            assertThat(judge(happens(atLeast(2, REFUND)), snapshot)).isMet().decidedBy(6L, 7L);
        }

        @Test
        void isOpenWhileOneIsMissing() {
            assertThat(judge(
                            happens(atLeast(2, REFUND)),
                            refundAsked().effect(1, REFUND).look(2)))
                    .isOpen();
        }

        @Test
        void isNotHeldUpByADoubtThatCannotTakeAwayWhatWasSeen() {
            Snapshot snapshot = History.beginsUnproven()
                    .action(0, "the refund")
                    .effect(1, REFUND)
                    .contested(2, REFUND)
                    .probeDown(3, "payments")
                    .gaveUp("outbox not empty")
                    .look(4);
            assertThat(judge(happens(atLeast(1, REFUND)), snapshot)).isMet();
        }

        @Test
        void isMissingInTheEnd() {
            assertThat(judge(
                            happens(atLeast(2, REFUND)),
                            refundAsked().effect(1, REFUND).settled().look(10)))
                    .isViolatedBy(MISSING_EFFECT);
        }
    }

    @Nested
    class AtMostN {

        @Test
        void isMetByNoneAndByNOnceSettled() {
            History history = refundAsked();
            assertThat(judge(happens(atMost(2, REFUND)), history.look(20))).isOpen();
            assertThat(judge(happens(atMost(2, REFUND)), history.settled().look(2)))
                    .isMet();
            history.effect(1, REFUND).effect(1.1, REFUND);
            assertThat(judge(happens(atMost(2, REFUND)), history.look(2))).isMet();
        }

        @Test
        void countsOneOfAnUncertainTimeOnce() {
            assertThat(judge(
                            happens(atMost(1, LEDGER)),
                            refundAsked()
                                    .effect(11, LEDGER)
                                    .between(9, 11)
                                    .settled()
                                    .look(12)))
                    .isMet();
        }

        @Test
        void isViolatedByOneMoreAtOnce() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .effect(1.1, REFUND)
                    .effect(1.2, REFUND)
                    .look(1.2);
            assertThat(judge(happens(atMost(2, REFUND)), snapshot)).isViolatedBy(DUPLICATE_EFFECT);
        }
    }

    @Nested
    class Absence {

        @Test
        void isViolatedByTheFirstAtOnce() {
            Snapshot snapshot = refundAsked().effect(1, REFUND).look(1);
            assertThat(judge(happens(no(REFUND)), snapshot))
                    .isViolatedBy(FORBIDDEN_EFFECT)
                    .found("provider refund", "no provider refund", "1");
        }

        @Test
        void withoutAWindowIsMetWhenSettled() {
            assertThat(judge(happens(no(REFUND)), refundAsked().look(20))).isOpen();
            assertThat(judge(happens(no(REFUND)), refundAsked().settled().look(2)))
                    .isMet();
        }

        @Test
        void withAWindowIsWatchedToItsEnd() {
            History settled = refundAsked().settled();
            Statement none = happensWithin10Seconds(no(REFUND));
            assertThat(judge(none, settled.look(10 - MICROSECOND))).isOpen();
            assertThat(judge(none, settled.look(10))).isMet();
            assertThat(judge(none, settled.seen("payments", 10 - MICROSECOND).look(20)))
                    .isOpen();
        }

        @Test
        void withAWindowIsNotViolatedByWhatComesAfterIt() {
            Statement none = happensWithin10Seconds(no(REFUND));
            assertThat(judge(
                            none,
                            refundAsked()
                                    .effect(10 + MICROSECOND, REFUND)
                                    .settled()
                                    .look(12)))
                    .isMet();
            assertThat(judge(none, refundAsked().effect(10, REFUND).look(10))).isViolatedBy(FORBIDDEN_EFFECT);
        }

        /** Guards against a green "no refund within 10 seconds" beside a refund that may lie within them. */
        @Test
        void withAWindowIsUnknownWhenAnEffectMayLieInsideIt() {
            Snapshot snapshot =
                    refundAsked().effect(11, LEDGER).between(9, 11).settled().look(12);
            assertThat(judge(happensWithin10Seconds(no(LEDGER)), snapshot))
                    .isUnknownBecause("#6 happened either before or after the window closed");
        }

        @Test
        void withAWindowIsNotTouchedByAContestedOrStrayEffectAfterIt() {
            Snapshot snapshot = refundAsked()
                    .contested(11, REFUND)
                    .stray(11, REFUND)
                    .settled()
                    .look(12);
            assertThat(Judge.judge(Said.that(happensWithin10Seconds(no(REFUND)), Expectation.Strays.FAIL), snapshot))
                    .isMet()
                    .notes();
        }

        @Test
        void withAWindowIsUnknownWhenTheLongestWaitWasOverFirst() {
            Snapshot snapshot =
                    refundAsked().notSeen("payments").gaveUp("outbox holds 2").look(40);
            assertThat(judge(happensWithin10Seconds(no(REFUND)), snapshot))
                    .isUnknownBecause("not at rest after the longest wait: outbox holds 2");
        }
    }

    @Nested
    class Window {

        @Test
        void anEffectAtTheDeadlineIsInTime() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked().effect(10, REFUND).settled().look(12)))
                    .isMet();
        }

        @Test
        void anEffectAMicrosecondLaterIsTooLate() {
            Snapshot snapshot =
                    refundAsked().effect(10 + MICROSECOND, REFUND).settled().look(12);
            assertThat(judge(happens(exactly(1, REFUND)), snapshot))
                    .isViolatedBy(TOO_LATE)
                    .found("provider refund", "exactly one provider refund within 10 s", "0 in time, 1 later")
                    .decidedBy(6L);
            assertThat(judge(happens(atLeast(1, REFUND)), snapshot)).isViolatedBy(TOO_LATE);
        }

        @Test
        void beginsWithTheLastAction() {
            Snapshot snapshot = refundAsked()
                    .action(5, "the approval")
                    .effect(15, REFUND)
                    .settled()
                    .look(20);
            assertThat(judge(happens(exactly(1, REFUND)), snapshot)).isMet();
        }

        @Test
        void beginsWhenTheLastRequestOfTheActionLeft() {
            History asked = refundAsked().exchange(0.5, 0.6, 302).exchange(3, 4, 202);
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            asked.effect(13, REFUND).settled().look(20)))
                    .isMet();
            assertThat(judge(
                            happens(exactly(2, REFUND)),
                            asked.effect(13 + MICROSECOND, REFUND).settled().look(20)))
                    .isViolatedBy(TOO_LATE);
        }

        @Test
        void doesNotBeginWithARequestOfAnEarlierAction() {
            Snapshot snapshot = refundAsked()
                    .exchange(3, 4, 202)
                    .action(5, "the approval")
                    .effect(15, REFUND)
                    .settled()
                    .look(20);
            assertThat(judge(happens(exactly(1, REFUND)), snapshot)).isMet();
        }

        @Test
        void beginsWithTheScenarioWhenThereWasNoAction() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            History.begins()
                                    .effect(10 + MICROSECOND, REFUND)
                                    .settled()
                                    .look(12)))
                    .isViolatedBy(TOO_LATE);
        }

        @Test
        void anIntervalThatStraddlesTheDeadlineIsUnknown() {
            Snapshot snapshot = refundAsked()
                    .effect(11, LEDGER)
                    .between(9, 10 + MICROSECOND)
                    .settled()
                    .look(12);
            assertThat(judge(happens(exactly(1, LEDGER)), snapshot))
                    .isUnknownBecause("#6 happened either before or after the window closed");
            assertThat(judge(happens(atLeast(1, LEDGER)), snapshot)).isUnknownBecause("#6 happened either");
        }

        @Test
        void anIntervalThatEndsAtTheDeadlineIsInTime() {
            assertThat(judge(
                            happens(exactly(1, LEDGER)),
                            refundAsked()
                                    .effect(11, LEDGER)
                                    .between(9, 10)
                                    .settled()
                                    .look(12)))
                    .isMet();
        }

        @Test
        void anIntervalThatBeginsAtTheDeadlineIsUnknown() {
            assertThat(judge(
                            happens(exactly(1, LEDGER)),
                            refundAsked()
                                    .effect(11, LEDGER)
                                    .between(10, 11)
                                    .settled()
                                    .look(12)))
                    .isUnknownBecause("#6");
        }

        @Test
        void aStraddlingIntervalCannotSaveACountThatLacksMore() {
            Snapshot snapshot =
                    refundAsked().effect(11, LEDGER).between(9, 11).settled().look(12);
            assertThat(judge(happens(exactly(2, LEDGER)), snapshot)).isViolatedBy(MISSING_EFFECT);
        }

        /** Guards against "missing" where as many came as were asked for, only too late. */
        @Test
        void whatSurelyLacksInTimeButCameIsTooLateAndNotMissing() {
            Snapshot snapshot = refundAsked()
                    .effect(11, LEDGER)
                    .between(9, 11)
                    .effect(12, LEDGER)
                    .settled()
                    .look(12);
            assertThat(judge(happens(exactly(2, LEDGER)), snapshot)).isViolatedBy(TOO_LATE);
        }
    }

    @Nested
    class Attempts {

        @Test
        void whatWasRefusedIsNoEffect() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .rejected(503)
                    .effect(2, REFUND)
                    .settled()
                    .look(3);
            assertThat(judge(happens(exactly(1, REFUND)), snapshot)).isMet().decidedBy(7L);
        }

        @Test
        void whatWasAnsweredFromMemoryIsNoEffect() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .effect(2, REFUND)
                    .replayed(201)
                    .settled()
                    .look(3);
            assertThat(judge(happens(exactly(1, REFUND)), snapshot)).isMet().decidedBy(6L);
        }

        @Test
        void attemptsAloneAreNoEffectButAreShown() {
            Snapshot snapshot =
                    refundAsked().effect(1, REFUND).rejected(503).settled().look(10);
            Verdict verdict = judge(happens(atLeast(1, REFUND)), snapshot);
            assertThat(verdict).isViolatedBy(MISSING_EFFECT);
            org.assertj.core.api.Assertions.assertThat(
                            verdict.findings().get(0).sightings().get(0).mark())
                    .isEqualTo("refused, answered 503");
            assertThat(judge(happens(no(REFUND)), snapshot)).isMet();
        }

        @Test
        void anAttemptIsShownWithTheReasonThatItsAnswerGives() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .rejected(401, "{\"title\":\"no\",\"detail\":\"The header Shop-Signature is missing.\"}")
                    .settled()
                    .look(10);
            org.assertj.core.api.Assertions.assertThat(judge(happens(exactly(1, REFUND)), snapshot)
                            .findings()
                            .get(0)
                            .sightings()
                            .get(0)
                            .mark())
                    .isEqualTo("refused, answered 401: The header Shop-Signature is missing.");
        }

        @Test
        void anEffectOfAnotherKindDoesNotCount() {
            assertThat(judge(
                            happens(no(REFUND)),
                            refundAsked().effect(1, NOTICE).settled().look(3)))
                    .isMet();
        }
    }

    @Nested
    class Probes {

        @Test
        void aProbeThatWasNeverProvenLeavesEveryLimitUnknown() {
            History history = History.beginsUnproven().action(0, "the refund").settled();
            for (Count count : new Count[] {no(REFUND), atMost(1, REFUND), exactly(1, REFUND)}) {
                assertThat(judge(happensWithin10Seconds(count), history.look(10)))
                        .isUnknownBecause("the probe of payments was never seen working");
            }
        }

        @Test
        void aProbeThatProvedItselfOnlyAfterTheStartLeavesALimitUnknown() {
            assertThat(judge(
                            happens(no(REFUND)),
                            History.beginsUnproven()
                                    .probeUp(MICROSECOND, "payments")
                                    .settled()
                                    .look(2)))
                    .isUnknownBecause("never seen working");
        }

        @Test
        void aProbeThatWasDownWhenTheScenarioBeganLeavesALimitUnknown() {
            Snapshot snapshot = History.before()
                    .probeUp(-3, "payments")
                    .probeDown(-2, "payments")
                    .start()
                    .probeUp(1, "payments")
                    .settled()
                    .look(2);
            assertThat(judge(happens(no(REFUND)), snapshot))
                    .isUnknownBecause("the probe of payments was down when the scenario began: connection lost");
        }

        @Test
        void whatIsMissingWhileAnotherSystemWasAwayIsUnknown() {
            Snapshot snapshot = History.before()
                    .probeUp(-3, "payments")
                    .probeUp(-3, "mail")
                    .start()
                    .probeDown(2, "mail")
                    .settled()
                    .look(60);
            assertThat(judge(happens(exactly(1, REFUND)), snapshot))
                    .isUnknownBecause("the probe of mail was down during the scenario: connection lost");
        }

        @Test
        void aProbeThatCameBackBeforeTheScenarioIsTrusted() {
            Snapshot snapshot = History.before()
                    .probeUp(-3, "payments")
                    .probeDown(-2, "payments")
                    .probeUp(-1, "payments")
                    .start()
                    .settled()
                    .look(2);
            assertThat(judge(happens(no(REFUND)), snapshot)).isMet();
        }

        @ParameterizedTest
        @ValueSource(strings = {"no", "at most", "exactly"})
        void aGapInsideTheWindowLeavesALimitUnknownEvenIfTheProbeIsBack(String kind) {
            History history = refundAsked()
                    .effect(0.5, REFUND)
                    .probeDown(1, "mail")
                    .probeUp(1.1, "mail")
                    .settled();
            Count count =
                    kind.equals("no") ? no(NOTICE) : kind.equals("at most") ? atMost(1, NOTICE) : exactly(1, NOTICE);
            assertThat(judge(happens(count), history.look(10)))
                    .isUnknownBecause("the probe of mail was down during the scenario: connection lost");
        }

        @Test
        void aGapLeavesEvenAnExactNumberThatWasSeenUnknown() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .effect(1, REFUND)
                                    .probeDown(2, "payments")
                                    .settled()
                                    .look(3)))
                    .isUnknownBecause("was down during the scenario");
        }

        @Test
        void aGapDoesNotExcuseWhatIsSurelyTooMuch() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .effect(1, REFUND)
                                    .probeDown(2, "payments")
                                    .probeUp(3, "payments")
                                    .effect(4, REFUND)
                                    .look(4)))
                    .isViolatedBy(DUPLICATE_EFFECT);
        }

        @Test
        void aGapAfterTheWindowDoesNotExcuseWhatIsMissing() {
            History history = refundAsked().settled();
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            history.probeDown(10 + MICROSECOND, "payments").look(12)))
                    .isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void aGapAfterTheWindowLeavesAnExactNumberUnknownAndAnAbsenceInTheWindowMet() {
            History history = refundAsked()
                    .effect(1, REFUND)
                    .probeDown(11, "payments")
                    .probeUp(11.5, "payments")
                    .settled();
            assertThat(judge(happensWithin10Seconds(exactly(1, REFUND)), history.look(12)))
                    .isUnknownBecause("the probe of payments was down during the scenario");
            assertThat(judge(happensWithin10Seconds(atMost(1, REFUND)), history.look(12)))
                    .isMet();
        }

        @Test
        void aGapAfterWhatTheSettlingRestsOnDoesNotMatter() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .probeDown(5, "payments")
                    .settled()
                    .look(6);
            assertThat(judge(happens(exactly(1, REFUND)), restingOn(snapshot, 4)))
                    .isMet();
            assertThat(judge(happens(exactly(1, REFUND)), restingOn(snapshot, 5)))
                    .isUnknownBecause("was down during the scenario");
            assertThat(judge(happens(exactly(1, REFUND)), snapshot)).isUnknownBecause("was down during the scenario");
        }

        private Snapshot restingOn(Snapshot snapshot, double upTo) {
            Looked looked = snapshot.looked();
            return new Snapshot(
                    snapshot.started(),
                    snapshot.entries(),
                    snapshot.effects(),
                    snapshot.contested(),
                    snapshot.strays(),
                    snapshot.probes(),
                    snapshot.scenarioNames(),
                    new Looked(
                            looked.index(),
                            looked.at(),
                            looked.scenario(),
                            looked.sights(),
                            new Settlement(Settlement.State.SETTLED, List.of(), false, History.at(upTo))));
        }

        @Test
        void aGapThatIsNoticedTwiceLastsUntilTheProbeIsBack() {
            assertThat(judge(
                            happens(no(REFUND)),
                            refundAsked()
                                    .probeDown(2, "payments")
                                    .probeDown(3, "payments")
                                    .probeUp(6, "payments")
                                    .settled()
                                    .look(10)))
                    .isUnknownBecause("connection lost, from +2.000 s to +6.000 s");
        }

        @Test
        void aGapAtTheLastMomentOfTheWindowLeavesWhatIsMissingUnknown() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked().settled().probeDown(10, "payments").look(12)))
                    .isUnknownBecause("was down during the scenario");
        }

        @Test
        void aGapBeginsWhenTheProbeWasLastSeenWorkingNotWhenThatWasNoticed() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked().settled().probeDown(11, 9, "payments").look(12)))
                    .isUnknownBecause(
                            "the probe of payments was down during the scenario: connection lost, from +9.000 s on");
        }

        @Test
        void aGapThatBeganAfterTheWindowDoesNotExcuseWhatIsMissing() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .settled()
                                    .probeDown(12, 11, "payments")
                                    .look(12)))
                    .isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void aGapIsSaidWithItsTimes() {
            assertThat(judge(
                            happens(no(REFUND)),
                            refundAsked()
                                    .probeDown(4, -1, "payments")
                                    .probeUp(6, "payments")
                                    .settled()
                                    .look(10)))
                    .isUnknownBecause("connection lost, from its start to +6.000 s");
        }

        @Test
        void aGapIsTheFirstReasonWhyAScenarioDidNotComeToRest() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .effect(1, REFUND)
                                    .probeDown(2, "payments")
                                    .gaveUp("payments has been seen up to +2.000 s only")
                                    .look(12)))
                    .isUnknownBecause(
                            "the probe of payments was down during the scenario: connection lost, from +2.000 s on",
                            "not at rest after the longest wait: payments has been seen up to +2.000 s only");
        }

        @Test
        void aGapOfAnotherSystemDoesNotMatter() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .effect(1, REFUND)
                                    .probeDown(2, "mail")
                                    .settled()
                                    .look(3)))
                    .isMet();
        }

        @Test
        void aQueryThatCouldNotBeAskedLeavesItsEffectUnknown() {
            History history = refundAsked().unasked(LEDGER).settled();
            String reason = "ledger was never asked for the ledger entry: refund_id is not known in this scenario";
            assertThat(judge(happens(no(LEDGER)), history.look(10))).isUnknownBecause(reason);
            assertThat(judge(happens(exactly(1, LEDGER)), history.look(10))).isUnknownBecause(reason);
            assertThat(judge(happens(no(REFUND)), history.look(10))).isMet();
        }

        @Test
        void aSystemThatNothingWatchesLeavesWhatIsMissingUnknown() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked().unwatched("payments").gaveUp("no end").look(40)))
                    .isUnknownBecause("nothing watches payments");
        }
    }

    @Nested
    class GivingUp {

        @Test
        void leavesALimitUnknownWithTheReason() {
            History history = refundAsked().effect(1, REFUND).gaveUp("#5 was answered 503 and may be tried again");
            for (Count count : new Count[] {exactly(1, REFUND), atMost(1, REFUND), no(NOTICE)}) {
                assertThat(judge(happens(count), history.look(40)))
                        .isUnknownBecause(
                                "not at rest after the longest wait: #5 was answered 503 and may be tried again");
            }
        }

        @Test
        void doesNotExcuseWhatIsMissingInAWindowThatWasSeen() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked().gaveUp("outbox holds 2").look(40)))
                    .isViolatedBy(MISSING_EFFECT);
        }

        /** Guards against a false red beside an effect that the work in flight would have named. */
        @Test
        void leavesWhatAStrayOfTheWindowCouldSupplyUnknown() {
            History history = refundAsked().effect(1, REFUND).stray(2, REFUND).gaveUp("outbox holds 2");
            assertThat(judge(happens(exactly(2, REFUND)), history.look(40)))
                    .isUnknownBecause("#7 is another provider refund in this time that fits no scenario so far, and"
                            + " work may still be in flight");
            assertThat(judge(happens(exactly(3, REFUND)), history.look(40))).isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void doesNotLetAStraySupplyWhatWasDueBeforeIt() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .stray(10 + MICROSECOND, REFUND)
                                    .gaveUp("outbox holds 2")
                                    .look(40)))
                    .isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void leavesWhatIsMissingUnknownWhenTheProbeHasNotSeenTheWindow() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .seen("payments", 9)
                                    .gaveUp("payments has not been seen so far")
                                    .look(40)))
                    .isUnknownBecause("the probe of payments has not seen the whole window: payments seen so far");
        }
    }

    @Nested
    class Contested {

        @Test
        void leavesALimitThatItCouldBreakUnknown() {
            History history =
                    refundAsked().effect(1, REFUND).contested(2, REFUND).settled();
            String reason = "#7 provider refund fits this scenario and \"Another refund\" (by order_id A-100 in"
                    + " $.order_id), so it belongs to neither";
            assertThat(judge(happens(exactly(1, REFUND)), history.look(3))).isUnknownBecause(reason);
            assertThat(judge(happens(atMost(1, REFUND)), history.look(3))).isUnknownBecause(reason);
        }

        @Test
        void leavesAnAbsenceUnknown() {
            History history = refundAsked().contested(2, REFUND).settled();
            assertThat(judge(happens(no(REFUND)), history.look(10))).isUnknownBecause("belongs to neither");
            assertThat(judge(happensWithin10Seconds(no(REFUND)), history.look(10)))
                    .isUnknownBecause("belongs to neither");
        }

        @Test
        void doesNotMatterToALimitThatHoldsWithItToo() {
            assertThat(judge(
                            happens(atMost(2, REFUND)),
                            refundAsked()
                                    .effect(1, REFUND)
                                    .contested(2, REFUND)
                                    .settled()
                                    .look(3)))
                    .isMet();
        }

        @Test
        void leavesWhatItCouldSupplyUnknown() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked().contested(2, REFUND).settled().look(10)))
                    .isUnknownBecause("belongs to neither");
        }

        @Test
        void cannotSupplyWhatWasDueBeforeIt() {
            assertThat(judge(
                            happens(exactly(1, REFUND)),
                            refundAsked()
                                    .contested(10 + MICROSECOND, REFUND)
                                    .settled()
                                    .look(12)))
                    .isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void cannotSupplyMoreThanItIs() {
            assertThat(judge(
                            happens(atLeast(2, REFUND)),
                            refundAsked().contested(2, REFUND).settled().look(10)))
                    .isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void togetherWithAStraddlingOneCouldSupplyTwo() {
            assertThat(judge(
                            happens(atLeast(2, LEDGER)),
                            refundAsked()
                                    .contested(2, LEDGER)
                                    .effect(11, LEDGER)
                                    .between(9, 11)
                                    .settled()
                                    .look(12)))
                    .isUnknownBecause("belongs to neither", "#7 happened either");
        }

        @Test
        void doesNotMatterWhenItDoesNotFitTheTable() {
            Snapshot snapshot = refundAsked()
                    .contested(2, REFUND)
                    .body("{\"amount\": 900}")
                    .settled()
                    .look(10);
            assertThat(judge(happens(no(REFUND, "amount", "2500")), snapshot)).isMet();
        }

        @Test
        void doesNotMatterWhenItIsOfAnotherKind() {
            assertThat(judge(
                            happens(no(REFUND)),
                            refundAsked().contested(2, NOTICE).settled().look(10)))
                    .isMet();
        }

        @Test
        void doesNotMatterWhenItWasOnlyAnAttempt() {
            Snapshot snapshot =
                    refundAsked().contested(2, REFUND).rejected(503).settled().look(10);
            assertThat(judge(happens(no(REFUND)), snapshot)).isMet();
        }
    }

    @Nested
    class Strays {

        private final Snapshot stray =
                refundAsked().effect(1, REFUND).stray(2, REFUND).settled().look(3);

        @Test
        void areNamedBesideAVerdict() {
            assertThat(Judge.judge(Said.that(happens(exactly(1, REFUND)), Expectation.Strays.WARN), stray))
                    .isMet()
                    .notes("#7 is another provider refund in this time that fits no scenario");
        }

        @Test
        void areIgnoredWhenAskedTo() {
            assertThat(Judge.judge(Said.that(happens(exactly(1, REFUND)), Expectation.Strays.IGNORE), stray))
                    .isMet()
                    .notes();
        }

        @Test
        void makeAVerdictUnknownWhenAskedTo() {
            assertThat(Judge.judge(Said.that(happens(exactly(1, REFUND)), Expectation.Strays.FAIL), stray))
                    .isUnknownBecause("#7 is another provider refund in this time that fits no scenario");
        }

        @Test
        void ofAnotherKindOrNotFittingTheTableOrRefusedAreNotNamed() {
            Snapshot others = refundAsked()
                    .effect(1, REFUND)
                    .body("{\"amount\": 2500}")
                    .stray(2, NOTICE)
                    .stray(2, REFUND)
                    .body("{\"amount\": 1}")
                    .stray(2, REFUND)
                    .body("{\"amount\": 2500}")
                    .rejected(500)
                    .settled()
                    .look(3);
            assertThat(Judge.judge(
                            Said.that(happens(exactly(1, REFUND, "amount", "2500")), Expectation.Strays.FAIL), others))
                    .isMet()
                    .notes();
        }

        @Test
        void matterOnlyWhereTheyWouldBeOneTooMany() {
            Statement atMostTwo = happens(Said.atMost(2, REFUND));
            assertThat(Judge.judge(Said.that(atMostTwo, Expectation.Strays.FAIL), stray))
                    .isMet()
                    .notes();
            assertThat(Judge.judge(
                            Said.that(atMostTwo, Expectation.Strays.FAIL),
                            refundAsked()
                                    .effect(1, REFUND)
                                    .stray(2, REFUND)
                                    .contested(2, REFUND)
                                    .settled()
                                    .look(3)))
                    .isUnknownBecause("#7 is another provider refund in this time that fits no scenario");
        }

        @Test
        void areAddedOnceToWhatCameAtAnUncertainTime() {
            assertThat(Judge.judge(
                            Said.that(happens(atMost(2, LEDGER)), Expectation.Strays.FAIL),
                            refundAsked()
                                    .stray(2, LEDGER)
                                    .effect(11, LEDGER)
                                    .between(9, 11)
                                    .settled()
                                    .look(12)))
                    .isMet()
                    .notes();
        }

        @Test
        void ofAnotherKindAreNotNamed() {
            assertThat(Judge.judge(
                            Said.that(happens(exactly(1, REFUND)), Expectation.Strays.FAIL),
                            refundAsked()
                                    .effect(1, REFUND)
                                    .stray(2, NOTICE)
                                    .settled()
                                    .look(3)))
                    .isMet()
                    .notes();
        }

        @Test
        void ofWhichTooLittleWasKeptToCompareThemMayFitTheTable() {
            Snapshot cut = refundAsked()
                    .effect(1, REFUND)
                    .body("{\"amount\": 2500}")
                    .stray(2, REFUND)
                    .body("{\"am")
                    .cutAt(4)
                    .settled()
                    .look(3);
            assertThat(Judge.judge(
                            Said.that(happens(exactly(1, REFUND, "amount", "2500")), Expectation.Strays.FAIL), cut))
                    .isUnknownBecause("#7 is another provider refund in this time that fits no scenario");
        }

        @Test
        void thatWereCutAndRefusedAreNoEffect() {
            Snapshot cut = refundAsked()
                    .effect(1, REFUND)
                    .body("{\"amount\": 2500}")
                    .stray(2, REFUND)
                    .body("{\"am")
                    .cutAt(4)
                    .rejected(503)
                    .settled()
                    .look(3);
            assertThat(Judge.judge(
                            Said.that(happens(exactly(1, REFUND, "amount", "2500")), Expectation.Strays.FAIL), cut))
                    .isMet()
                    .notes();
        }

        @Test
        void inAWindowAreOneTooManyOnlyTogetherWithWhatMayLieInIt() {
            Statement atMostOne = happensWithin10Seconds(atMost(1, REFUND));
            History history = refundAsked().stray(2, REFUND).contested(11, REFUND);
            assertThat(Judge.judge(
                            Said.that(atMostOne, Expectation.Strays.FAIL),
                            history.settled().look(12)))
                    .isMet()
                    .notes();
            assertThat(Judge.judge(
                            Said.that(atMostOne, Expectation.Strays.FAIL),
                            history.contested(3, REFUND).look(12)))
                    .isUnknownBecause("#6 is another provider refund in this time that fits no scenario");
        }

        @Test
        void asManyAsAreWantingHaveLostTheirCorrelation() {
            Verdict verdict = judge(
                    happens(exactly(1, REFUND)),
                    refundAsked().stray(2, REFUND).settled().look(10));
            assertThat(verdict).isViolatedBy(LOST_CORRELATION);
            org.assertj.core.api.Assertions.assertThat(
                            verdict.findings().get(0).nearest().mark())
                    .isEqualTo("fits no scenario: nothing in it is a scenario's ID or key");
        }

        @Test
        void areANearMissWhenTheyAreMoreOrLessThanAreWanting() {
            Snapshot two =
                    refundAsked().stray(2, REFUND).stray(3, REFUND).settled().look(10);
            assertThat(judge(happens(exactly(1, REFUND)), two)).isViolatedBy(MISSING_EFFECT);
            assertThat(judge(happens(exactly(3, REFUND)), two)).isViolatedBy(MISSING_EFFECT);
            assertThat(judge(happens(exactly(2, REFUND)), two)).isViolatedBy(LOST_CORRELATION);
        }

        @Test
        void haveNotLostTheCorrelationOfWhatWasDueBefore() {
            Snapshot after = refundAsked().stray(10.1, REFUND).settled().look(12);
            assertThat(judge(happens(exactly(1, REFUND)), after)).isViolatedBy(MISSING_EFFECT);
        }

        @Test
        void areNotMistakenForAnEffectOfOurOwnWithAnotherField() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .body("{\"amount\": 1, \"currency\": \"usd\"}")
                    .stray(2, REFUND)
                    .body("{\"amount\": 2500, \"currency\": \"usd\"}")
                    .settled()
                    .look(10);
            assertThat(judge(happens(exactly(1, REFUND, "amount", "2500", "currency", "usd")), snapshot))
                    .isViolatedBy(WRONG_FIELD);
            assertThat(judge(
                            happens(exactly(1, REFUND, "amount", "2500", "currency", "usd", "n", "<absent>")),
                            snapshot))
                    .isViolatedBy(WRONG_FIELD);
        }
    }

    @Nested
    class SeveralCounts {

        @Test
        void areMetWhenEachIs() {
            Snapshot snapshot =
                    refundAsked().effect(1, REFUND).effect(2, NOTICE).settled().look(3);
            assertThat(judge(happens(exactly(1, REFUND), exactly(1, NOTICE)), snapshot))
                    .isMet()
                    .decidedBy(6L, 7L);
        }

        @Test
        void areViolatedByOneAlthoughAnotherIsUnknown() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .effect(1, REFUND)
                    .contested(2, NOTICE)
                    .settled()
                    .look(3);
            assertThat(judge(happens(no(NOTICE), exactly(1, REFUND)), snapshot)).isViolatedBy(DUPLICATE_EFFECT);
        }

        @Test
        void areUnknownThroughOneAlthoughAnotherIsMet() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .contested(2, NOTICE)
                    .settled()
                    .look(3);
            assertThat(judge(happens(exactly(1, REFUND), no(NOTICE)), snapshot)).isUnknownBecause("belongs to neither");
        }

        @Test
        void stayOpenWhileOneMayStillBeViolated() {
            Snapshot snapshot =
                    refundAsked().notSeen("payments").unasked(LEDGER).settled().look(3);
            assertThat(judge(happens(no(LEDGER), exactly(1, REFUND)), snapshot)).isOpen();
        }

        @Test
        void areAllNamedWhenAllAreViolated() {
            Snapshot snapshot = refundAsked().settled().look(10);
            assertThat(judge(happens(exactly(1, REFUND), exactly(1, NOTICE)), snapshot))
                    .isViolatedBy(MISSING_EFFECT, MISSING_EFFECT);
        }
    }

    @Test
    void theEvidenceSaysWhatItRestsOn() {
        History history = refundAsked();
        org.assertj.core.api.Assertions.assertThat(
                        judge(happens(no(REFUND)), history.settled().look(3)).evidence())
                .containsExactly("quiet for 1.0 s", "shop.events consumed to offset 412");
        org.assertj.core.api.Assertions.assertThat(
                        judge(happens(no(REFUND)), history.settledByTimeAlone().look(3))
                                .evidence())
                .containsExactly("quiet for 1.0 s", "by time alone");
    }
}
