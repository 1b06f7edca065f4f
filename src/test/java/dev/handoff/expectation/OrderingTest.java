package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.FORBIDDEN_EFFECT;
import static dev.handoff.expectation.FailureKind.MISSING_EFFECT;
import static dev.handoff.expectation.FailureKind.OUT_OF_ORDER;
import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.PAYOUT;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.inOrder;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import dev.handoff.journal.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderingTest {

    private static final double MICROSECOND = 1e-6;

    private static History refundAsked() {
        return History.begins().action(0, "the refund");
    }

    private static void assertComesBefore(EffectName first, EffectName second, Snapshot snapshot) {
        assertThat(judge(inOrder(first, second), snapshot)).isMet();
        assertThat(judge(inOrder(second, first), snapshot)).isViolatedBy(OUT_OF_ORDER);
    }

    private static void assertNobodyKnowsWhichCameFirst(EffectName one, EffectName other, Snapshot snapshot) {
        assertThat(judge(inOrder(one, other), snapshot)).isUnknownBecause("overlap");
        assertThat(judge(inOrder(other, one), snapshot)).isUnknownBecause("overlap");
    }

    @Nested
    class InOrder {

        private final Statement refundBeforeNotice = inOrder(REFUND, NOTICE);

        @Test
        void aCertainOrderIsMetOnceSettled() {
            History history = refundAsked().effect(1, REFUND).effect(1 + MICROSECOND, NOTICE);
            assertThat(judge(refundBeforeNotice, history.look(3))).isOpen();
            assertThat(judge(refundBeforeNotice, history.settled().look(3)))
                    .isMet()
                    .decidedBy(6L, 7L);
        }

        @Test
        void aCertainInversionViolatesAtOnce() {
            Snapshot snapshot =
                    refundAsked().effect(1, NOTICE).effect(2, REFUND).look(2);
            assertThat(judge(refundBeforeNotice, snapshot))
                    .isViolatedBy(OUT_OF_ORDER)
                    .found(
                            "provider refund and support notification",
                            "provider refund before support notification",
                            "support notification first")
                    .decidedBy(6L, 7L);
        }

        @Test
        void theOrderIsThatOfHappeningAndNotOfCapture() {
            Snapshot snapshot = refundAsked()
                    .effect(3, NOTICE)
                    .effect(4, LEDGER)
                    .between(1, 1)
                    .settled()
                    .look(5);
            assertComesBefore(LEDGER, NOTICE, snapshot);
        }

        @Test
        void anOverlapIsUnknownAndNamesBothTimes() {
            Snapshot snapshot = refundAsked()
                    .effect(2, REFUND)
                    .effect(3, LEDGER)
                    .between(1.5, 2.5)
                    .settled()
                    .look(5);
            String[] reason = {"the times of #6 and #7 overlap: +2.000 s and +1.500 s to +2.500 s"};
            assertThat(judge(inOrder(REFUND, LEDGER), snapshot)).isUnknownBecause(reason);
            assertThat(judge(inOrder(LEDGER, REFUND), snapshot))
                    .isUnknownBecause("the times of #7 and #6 overlap: +1.500 s to +2.500 s and +2.000 s");
        }

        @Test
        void messagesOfOnePartitionAreOrderedByTheirOffsetsHoweverRoughTheirTimes() {
            EffectName payout = new EffectName("payout", REFUND.system());
            Snapshot snapshot = messages(payout, "0", "7", "8");

            assertComesBefore(REFUND, payout, snapshot);
        }

        @Test
        void offsetsOfTwoPartitionsTellNothing() {
            EffectName payout = new EffectName("payout", REFUND.system());

            assertThat(judge(inOrder(REFUND, payout), messages(payout, "1", "7", "8")))
                    .isUnknownBecause("overlap");
        }

        /** A topic that was made again begins at offset 0. */
        @Test
        void offsetsAgainstTheOrderOfReadingTellNothing() {
            EffectName payout = new EffectName("payout", REFUND.system());
            Snapshot snapshot = messages(payout, "0", "7", "0");

            assertNobodyKnowsWhichCameFirst(REFUND, payout, snapshot);
        }

        /** Two messages at the same time, the second on a partition of its own or not. */
        private Snapshot messages(EffectName second, String partition, String offset, String secondOffset) {
            return refundAsked()
                    .effect(2, REFUND)
                    .property("topic", "shop.events")
                    .property("partition", "0")
                    .property("offset", offset)
                    .between(1, 2)
                    .effect(2, second)
                    .property("topic", "shop.events")
                    .property("partition", partition)
                    .property("offset", secondOffset)
                    .between(1, 2)
                    .settled()
                    .look(5);
        }

        @Test
        void numbersOfOneSequenceTellTheOrderThoughTheyHaveGaps() {
            Snapshot snapshot = numbered("9", "12");

            assertComesBefore(REFUND, PAYOUT, snapshot);
        }

        @ParameterizedTest
        @CsvSource({"9,10", "-2,-1", "00123,124", "9007199254740992,9007199254740993", "A-09,A-10", "01HZY,01HZZ"})
        void wholeNumbersAreComparedAsNumbersAndTextsOfOneLengthAsTexts(String first, String second) {
            assertComesBefore(REFUND, PAYOUT, numbered(first, second));
            assertThat(judge(inOrder(REFUND, PAYOUT), numbered(second, first))).isViolatedBy(OUT_OF_ORDER);
        }

        @ParameterizedTest
        @CsvSource({"7,7", "7,007", "A-9,A-10", "A-10,A-9", "7,A-10", "1.9,1.10", "'',7"})
        void whatDoesNotTellTheOrderIsUnknown(String first, String second) {
            assertNobodyKnowsWhichCameFirst(REFUND, PAYOUT, numbered(first, second));
        }

        @Test
        void anEffectWithoutANumberIsOrderedByItsTimeAlone() {
            Snapshot snapshot = refundAsked()
                    .effect(2, REFUND)
                    .number("public.entry", "7")
                    .between(1, 2)
                    .effect(2, PAYOUT)
                    .between(1, 2)
                    .settled()
                    .look(5);

            assertNobodyKnowsWhichCameFirst(REFUND, PAYOUT, snapshot);
        }

        @Test
        void numbersOfTwoTablesTellNothing() {
            assertThat(judge(inOrder(REFUND, PAYOUT), numbered("public.entry", null, "public.note", null)))
                    .isUnknownBecause("overlap");
        }

        /** A sequence begins anew for each tenant, partition or aggregate. */
        @Test
        void numbersTellNothingAcrossWhatTheyBeginAnewFor() {
            assertThat(judge(inOrder(REFUND, PAYOUT), numbered("t", "tenant=a", "t", "tenant=b")))
                    .isUnknownBecause("overlap");
            assertThat(judge(inOrder(REFUND, PAYOUT), numbered("t", "tenant=a", "t", null)))
                    .isUnknownBecause("overlap");
            assertThat(judge(inOrder(REFUND, PAYOUT), numbered("t", "tenant=a", "t", "tenant=a")))
                    .isMet();
        }

        /** A sequence is handed out in blocks, or was set back: what was there before is not after. */
        @Test
        void numbersDoNotOverruleTimes() {
            Snapshot snapshot = refundAsked()
                    .effect(2, REFUND)
                    .number("public.entry", "8")
                    .effect(3, PAYOUT)
                    .number("public.entry", "7")
                    .settled()
                    .look(5);

            assertComesBefore(REFUND, PAYOUT, snapshot);
        }

        @Test
        void numbersAgainstOffsetsTellNothing() {
            Snapshot snapshot = refundAsked()
                    .effect(2, REFUND)
                    .property("topic", "shop.events")
                    .property("partition", "0")
                    .property("offset", "1")
                    .number("shop.events", "8")
                    .between(1, 2)
                    .effect(2, PAYOUT)
                    .property("topic", "shop.events")
                    .property("partition", "0")
                    .property("offset", "2")
                    .number("shop.events", "7")
                    .between(1, 2)
                    .settled()
                    .look(5);

            assertNobodyKnowsWhichCameFirst(REFUND, PAYOUT, snapshot);
        }

        @Test
        void equalNumbersInTwoSystemsTellNothing() {
            Snapshot snapshot = refundAsked()
                    .effect(2, REFUND)
                    .number("public.entry", "7")
                    .between(1, 2)
                    .effect(2, LEDGER)
                    .number("public.entry", "8")
                    .between(1, 2)
                    .settled()
                    .look(5);

            assertThat(judge(inOrder(REFUND, LEDGER), snapshot)).isUnknownBecause("overlap");
        }

        private Snapshot numbered(String first, String second) {
            return refundAsked()
                    .effect(2, REFUND)
                    .number("public.entry", first)
                    .between(1, 2)
                    .effect(2, PAYOUT)
                    .number("public.entry", second)
                    .between(1, 2)
                    .settled()
                    .look(5);
        }

        /** Number 7 of one sequence and number 8 of another or the same, in the other order of capture. */
        private Snapshot numbered(String table, String per, String otherTable, String otherPer) {
            return refundAsked()
                    .effect(2, PAYOUT)
                    .number(otherTable, otherPer, "8")
                    .between(1, 2)
                    .effect(2, REFUND)
                    .number(table, per, "7")
                    .between(1, 2)
                    .settled()
                    .look(5);
        }

        @Test
        void theSameInstantIsUnknown() {
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked()
                                    .effect(2, REFUND)
                                    .effect(2, NOTICE)
                                    .settled()
                                    .look(5)))
                    .isUnknownBecause("overlap");
        }

        @Test
        void intervalsThatTouchAreUnknown() {
            Snapshot snapshot = refundAsked()
                    .effect(2, LEDGER)
                    .between(1, 2)
                    .effect(2, REFUND)
                    .settled()
                    .look(5);
            assertNobodyKnowsWhichCameFirst(LEDGER, REFUND, snapshot);
        }

        @Test
        void aMissingItemIsMissing() {
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked().effect(1, REFUND).settled().look(10)))
                    .isViolatedBy(MISSING_EFFECT);
            assertThat(judge(refundBeforeNotice, refundAsked().effect(1, REFUND).look(9)))
                    .isOpen();
        }

        @Test
        void everyOneOfAnItemMustComeBeforeEveryOneOfTheNext() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .effect(2, NOTICE)
                    .effect(3, REFUND)
                    .look(3);
            assertThat(judge(refundBeforeNotice, snapshot))
                    .isViolatedBy(OUT_OF_ORDER)
                    .decidedBy(7L, 8L, 6L);
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked()
                                    .effect(1, REFUND)
                                    .effect(2, REFUND)
                                    .effect(3, NOTICE)
                                    .effect(4, NOTICE)
                                    .settled()
                                    .look(5)))
                    .isMet();
        }

        /** Guards against a certain inversion that was lost behind three overlaps. */
        @Test
        void aCertainInversionOutweighsAnyNumberOfOverlaps() {
            History history = refundAsked().effect(5, LEDGER).between(1, 5);
            for (double at = 2; at < 5; at += 0.5) {
                history.effect(at, REFUND);
            }
            assertThat(judge(
                            inOrder(REFUND, LEDGER),
                            history.effect(6, REFUND).settled().look(7)))
                    .isViolatedBy(OUT_OF_ORDER);
        }

        @Test
        void threeItemsAreComparedPairByPair() {
            Snapshot snapshot = refundAsked()
                    .effect(1, REFUND)
                    .effect(2, LEDGER)
                    .effect(3, NOTICE)
                    .settled()
                    .look(5);
            assertThat(judge(inOrder(REFUND, LEDGER, NOTICE), snapshot)).isMet();
            assertThat(judge(inOrder(REFUND, NOTICE, LEDGER), snapshot)).isViolatedBy(OUT_OF_ORDER);
            assertThat(judge(inOrder(LEDGER, REFUND, NOTICE), snapshot)).isViolatedBy(OUT_OF_ORDER);
        }

        @Test
        void anActionMayBeAnItem() {
            Snapshot snapshot = refundAsked()
                    .action(2, "the approval")
                    .effect(3, PAYOUT)
                    .settled()
                    .look(5);
            assertThat(judge(inOrder("the approval", PAYOUT), snapshot)).isMet();
            assertThat(judge(inOrder("The Approval", PAYOUT), snapshot)).isMet();
            assertThat(judge(inOrder(PAYOUT, "the approval"), snapshot)).isViolatedBy(OUT_OF_ORDER);
        }

        @Test
        void anActionWithinTheTimeOfAnEffectLeavesTheOrderUnknown() {
            Snapshot snapshot = refundAsked()
                    .action(2, "the approval")
                    .effect(3, LEDGER)
                    .between(1, 3)
                    .settled()
                    .look(5);
            assertThat(judge(inOrder("the approval", LEDGER), snapshot)).isUnknownBecause("overlap");
            assertThat(judge(inOrder(LEDGER, "the approval"), snapshot)).isUnknownBecause("overlap");
        }

        @Test
        void anActionThatHasNotHappenedLeavesTheOrderUnknown() {
            assertThat(judge(
                            inOrder("the approval", PAYOUT),
                            refundAsked().effect(3, PAYOUT).settled().look(5)))
                    .isUnknownBecause("the approval has not happened");
        }

        @Test
        void attemptsHaveNoPlaceInAnOrder() {
            Snapshot snapshot = refundAsked()
                    .effect(1, NOTICE)
                    .rejected(500)
                    .effect(2, REFUND)
                    .effect(3, NOTICE)
                    .settled()
                    .look(5);
            assertThat(judge(refundBeforeNotice, snapshot)).isMet();
        }

        @Test
        void aContestedEffectLeavesTheOrderUnknown() {
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked()
                                    .effect(1, REFUND)
                                    .effect(2, NOTICE)
                                    .contested(3, REFUND)
                                    .settled()
                                    .look(5)))
                    .isUnknownBecause("belongs to neither");
        }

        @Test
        void aCertainInversionOutweighsAContestedEffect() {
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked()
                                    .effect(1, NOTICE)
                                    .effect(2, REFUND)
                                    .contested(3, NOTICE)
                                    .look(4)))
                    .isViolatedBy(OUT_OF_ORDER);
        }

        @Test
        void aGapInAProbeLeavesTheOrderUnknown() {
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked()
                                    .effect(1, REFUND)
                                    .effect(2, NOTICE)
                                    .probeDown(3, "mail")
                                    .probeUp(3.1, "mail")
                                    .settled()
                                    .look(5)))
                    .isUnknownBecause("the probe of mail was down");
        }

        @Test
        void givingUpLeavesTheOrderUnknown() {
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked()
                                    .effect(1, REFUND)
                                    .effect(2, NOTICE)
                                    .gaveUp("outbox holds 2")
                                    .look(40)))
                    .isUnknownBecause("not at rest after the longest wait: outbox holds 2");
            assertThat(judge(
                            refundBeforeNotice,
                            refundAsked()
                                    .effect(1, REFUND)
                                    .effect(2, NOTICE)
                                    .gaveUp("outbox holds 2")
                                    .look(40)))
                    .found(
                            "provider refund and support notification",
                            "provider refund before support notification",
                            "in this order");
        }
    }

    @Nested
    class NotBefore {

        private final Statement noPayoutBeforeTheApproval = new Statement.NotBefore(PAYOUT, "the approval");

        @Test
        void isMetByAnEffectThatComesAfter() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .action(2, "the approval")
                                    .effect(2 + MICROSECOND, PAYOUT)
                                    .look(3)))
                    .isMet()
                    .decidedBy(6L);
        }

        /** Of two approvals the first unlocks: what comes between them is not before the approval. */
        @Test
        void isMeasuredFromTheFirstActionOfTheName() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .action(2, "the approval")
                                    .effect(2.5, PAYOUT)
                                    .action(3, "the approval")
                                    .look(4)))
                    .isMet();
        }

        @Test
        void isMetByNone() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked().action(2, "the approval").look(3)))
                    .isMet();
        }

        @Test
        void isViolatedByAnEffectAMicrosecondBefore() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .effect(2 - MICROSECOND, PAYOUT)
                                    .action(2, "the approval")
                                    .look(3)))
                    .isViolatedBy(FORBIDDEN_EFFECT)
                    .found("payout", "no payout before the approval", "1 before it")
                    .decidedBy(6L);
        }

        @Test
        void anEffectCapturedLaterMayHaveHappenedBefore() {
            assertThat(judge(
                            new Statement.NotBefore(LEDGER, "the approval"),
                            refundAsked()
                                    .action(2, "the approval")
                                    .effect(3, LEDGER)
                                    .between(1, 1.5)
                                    .look(4)))
                    .isViolatedBy(FORBIDDEN_EFFECT);
        }

        @Test
        void anEffectThatStraddlesTheActionIsUnknown() {
            assertThat(judge(
                            new Statement.NotBefore(LEDGER, "the approval"),
                            refundAsked()
                                    .action(2, "the approval")
                                    .effect(3, LEDGER)
                                    .between(1, 3)
                                    .look(4)))
                    .isUnknownBecause("#7 happened either before or after the approval");
        }

        /** The last poll was older than the answer that taught the value: what it could not ask for, the next one can. */
        @Test
        void isOpenWhileTheLastPollThatCouldNotAskIsOlderThanTheAction() {
            Statement nothingBooked = new Statement.NotBefore(LEDGER, "the approval");
            History polledBefore =
                    refundAsked().action(2, "the approval").unasked(LEDGER).seen("ledger", 1);
            assertThat(judge(nothingBooked, polledBefore.look(3))).isOpen();
            assertThat(judge(
                            nothingBooked,
                            polledBefore.gaveUp("ledger has not been seen").look(40)))
                    .isUnknownBecause("ledger was never asked for the ledger entry");
            assertThat(judge(
                            nothingBooked,
                            refundAsked()
                                    .action(2, "the approval")
                                    .unasked(LEDGER)
                                    .look(3)))
                    .isUnknownBecause("ledger was never asked for the ledger entry");
        }

        @Test
        void aRefusedAttemptBeforeIsNoEffect() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .effect(1, PAYOUT)
                                    .rejected(403)
                                    .action(2, "the approval")
                                    .look(3)))
                    .isMet();
        }

        @Test
        void aContestedEffectBeforeLeavesItUnknownAndOneAfterDoesNot() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .contested(1, PAYOUT)
                                    .action(2, "the approval")
                                    .look(3)))
                    .isUnknownBecause("belongs to neither");
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .action(2, "the approval")
                                    .contested(2.5, PAYOUT)
                                    .look(3)))
                    .isMet();
        }

        @Test
        void aContestedEffectOfAnotherKindBeforeDoesNotMatter() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .contested(1, NOTICE)
                                    .action(2, "the approval")
                                    .look(3)))
                    .isMet();
        }

        @Test
        void aGapBeforeLeavesItUnknownAndOneAfterDoesNot() {
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .probeDown(1, "payments")
                                    .probeUp(1.5, "payments")
                                    .action(2, "the approval")
                                    .look(3)))
                    .isUnknownBecause("the probe of payments was down");
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            refundAsked()
                                    .action(2, "the approval")
                                    .probeDown(2.5, "payments")
                                    .look(3)))
                    .isMet();
        }

        @Test
        void isOpenUntilTheProbeHasSeenUpToTheAction() {
            History history = refundAsked().action(2, "the approval").seen("payments", 2 - 2 * MICROSECOND);
            assertThat(judge(noPayoutBeforeTheApproval, history.look(3))).isOpen();
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            history.gaveUp("payments is blind").look(3)))
                    .isUnknownBecause("the probe of payments has not seen up to the approval");
            assertThat(judge(
                            noPayoutBeforeTheApproval,
                            history.seen("payments", 2 - MICROSECOND).look(3)))
                    .isMet();
        }

        @Test
        void anActionThatHasNotHappenedLeavesItUnknown() {
            assertThat(judge(noPayoutBeforeTheApproval, refundAsked().settled().look(3)))
                    .isUnknownBecause("the approval has not happened");
        }

        /** Guards against a green "no payout before the approval" beside a payout that lost its ID. */
        @Test
        void aStrayBeforeIsNamedAndWithFailLeavesItUnknown() {
            Snapshot snapshot = refundAsked()
                    .stray(1, PAYOUT)
                    .action(2, "the approval")
                    .stray(3, PAYOUT)
                    .look(4);
            String note = "#6 is another payout in this time that fits no scenario";
            assertThat(Judge.judge(Said.that(noPayoutBeforeTheApproval, Expectation.Strays.WARN), snapshot))
                    .isMet()
                    .notes(note);
            assertThat(Judge.judge(Said.that(noPayoutBeforeTheApproval, Expectation.Strays.IGNORE), snapshot))
                    .isMet()
                    .notes();
            assertThat(Judge.judge(Said.that(noPayoutBeforeTheApproval, Expectation.Strays.FAIL), snapshot))
                    .isUnknownBecause(note);
        }
    }

    @Nested
    class Strays {

        private final Statement refundThenLedger = inOrder(REFUND, LEDGER);

        /** Guards against a green order beside a copy that lost its ID and came too early. */
        @Test
        void thatWouldBeOutOfOrderAreNamedAndWithFailLeaveItUnknown() {
            for (History history : List.of(
                    refundAsked().effect(2, REFUND).effect(3, LEDGER).stray(1, LEDGER),
                    refundAsked().effect(2, REFUND).effect(3, LEDGER).stray(4, REFUND),
                    refundAsked()
                            .effect(2, REFUND)
                            .effect(3, LEDGER)
                            .stray(4, REFUND)
                            .between(2.5, 3.5))) {
                Snapshot snapshot = history.settled().look(10);
                assertThat(Judge.judge(Said.that(refundThenLedger, Expectation.Strays.WARN), snapshot))
                        .isMet();
                org.assertj.core.api.Assertions.assertThat(
                                Judge.judge(Said.that(refundThenLedger, Expectation.Strays.WARN), snapshot)
                                        .notes())
                        .singleElement()
                        .asString()
                        .startsWith("#8 is another");
                assertThat(Judge.judge(Said.that(refundThenLedger, Expectation.Strays.IGNORE), snapshot))
                        .isMet()
                        .notes();
                assertThat(Judge.judge(Said.that(refundThenLedger, Expectation.Strays.FAIL), snapshot))
                        .isUnknownBecause("#8 is another");
            }
        }

        @Test
        void areComparedWithActionsToo() {
            Statement payoutAfterTheApproval = inOrder("the approval", PAYOUT);
            Snapshot snapshot = refundAsked()
                    .stray(1, PAYOUT)
                    .action(2, "the approval")
                    .effect(3, PAYOUT)
                    .stray(4, PAYOUT)
                    .settled()
                    .look(10);
            assertThat(Judge.judge(Said.that(payoutAfterTheApproval, Expectation.Strays.WARN), snapshot))
                    .isMet()
                    .notes("#6 is another payout in this time that fits no scenario");
        }

        @Test
        void thatWouldBeInOrderAreNotNamed() {
            Snapshot snapshot = refundAsked()
                    .effect(2, REFUND)
                    .effect(3, LEDGER)
                    .stray(1, REFUND)
                    .stray(4, LEDGER)
                    .stray(1, PAYOUT)
                    .settled()
                    .look(10);
            assertThat(Judge.judge(Said.that(refundThenLedger, Expectation.Strays.FAIL), snapshot))
                    .isMet()
                    .notes();
        }
    }
}
