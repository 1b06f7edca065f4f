package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.ATTEMPTS_DIFFER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.Said.attempts;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.sameHeader;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import dev.handoff.journal.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptCountingTest {

    private static History triedTwice() {
        return History.begins()
                .action(0, "the refund")
                .effect(1, NOTICE)
                .key("k-1")
                .rejected(500)
                .effect(2, NOTICE)
                .key("k-1")
                .answered(200);
    }

    @Test
    void refusedAcceptedAndRememberedOnesAreAttempts() {
        assertThat(judge(attempts(NOTICE, 2), triedTwice().look(5))).isOpen();
        assertThat(judge(attempts(NOTICE, 2), triedTwice().settled().look(5)))
                .isMet()
                .decidedBy(6L, 7L);
        assertThat(judge(
                        attempts(NOTICE, 3),
                        triedTwice().effect(3, NOTICE).replayed(200).settled().look(5)))
                .isMet();
    }

    @Test
    void moreThanSaidDifferAtOnce() {
        assertThat(judge(attempts(NOTICE, 1), triedTwice().look(2)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "1 attempt", "2 attempts with the statuses 500, 200")
                .decidedBy(6L, 7L);
    }

    @Test
    void fewerThanSaidDifferOnceTheWindowHasClosed() {
        assertThat(judge(attempts(NOTICE, 3), triedTwice().settled().look(9))).isOpen();
        assertThat(judge(attempts(NOTICE, 3), triedTwice().settled().look(10)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "3 attempts", "2 attempts with the statuses 500, 200");
    }

    @Test
    void noneDiffers() {
        History none = History.begins().action(0, "the refund").settled();
        assertThat(judge(attempts(NOTICE, 1), none.look(10)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "1 attempt", "no attempt");
        assertThat(judge(sameHeader(NOTICE, "Idempotency-Key"), none.look(9))).isOpen();
        assertThat(judge(sameHeader(NOTICE, "Idempotency-Key"), none.look(10)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found("support notification", "attempts with the same Idempotency-Key", "no attempt");
    }

    @Test
    void theStatusesHaveAnOrder() {
        assertThat(judge(attempts(NOTICE, 2, 500, 200), triedTwice().settled().look(5)))
                .isMet();
        assertThat(judge(attempts(NOTICE, 2, 200, 500), triedTwice().settled().look(5)))
                .isViolatedBy(ATTEMPTS_DIFFER)
                .found(
                        "support notification",
                        "2 attempts with the statuses 200, 500",
                        "2 attempts with the statuses 500, 200");
        assertThat(judge(attempts(NOTICE, null, 500), triedTwice().settled().look(5)))
                .isViolatedBy(ATTEMPTS_DIFFER);
    }

    @Test
    void aHeaderMustBeOnEachAndTheSame() {
        Statement same = sameHeader(NOTICE, "idempotency-key");
        assertThat(judge(same, triedTwice().settled().look(5))).isMet();
        assertThat(judge(
                        same,
                        triedTwice().effect(3, NOTICE).key("k-2").settled().look(5)))
                .isViolatedBy(ATTEMPTS_DIFFER);
        assertThat(judge(same, triedTwice().effect(3, NOTICE).settled().look(5)))
                .isViolatedBy(ATTEMPTS_DIFFER);
        assertThat(judge(
                        same,
                        History.begins()
                                .effect(3, NOTICE)
                                .effect(4, NOTICE)
                                .settled()
                                .look(5)))
                .isViolatedBy(ATTEMPTS_DIFFER);
    }

    @Test
    void oneAttemptIsCalledOne() {
        assertThat(judge(
                        attempts(NOTICE, 2),
                        History.begins()
                                .effect(1, NOTICE)
                                .rejected(500)
                                .settled()
                                .look(10)))
                .found("support notification", "2 attempts", "1 attempt with the statuses 500");
    }

    @Test
    void theAttemptWithAnotherHeaderIsNamed() {
        History history = History.begins();
        for (String id : List.of("a", "a", "b")) {
            history.effect(1, NOTICE)
                    .body("{\"to\": \"ann\"}")
                    .header("X-Id", id)
                    .answered(202);
        }
        Snapshot snapshot = history.settled().look(5);
        org.assertj.core.api.Assertions.assertThat(judge(sameHeader(NOTICE, "X-Id"), snapshot)
                        .findings()
                        .get(0)
                        .sightings())
                .containsExactly(
                        new Sighting(5, "X-Id=a", "answered 202"),
                        new Sighting(6, "X-Id=a", "answered 202"),
                        new Sighting(7, "X-Id=b", "answered 202, another X-Id"));
        org.assertj.core.api.Assertions.assertThat(
                        judge(attempts(NOTICE, 2), snapshot).findings().get(0).sightings())
                .contains(new Sighting(7, "to=ann", "answered 202"));
    }

    @Test
    void aGapGivingUpOrAContestedAttemptLeavesThemUnknown() {
        Statement two = attempts(NOTICE, 2);
        assertThat(judge(
                        two,
                        triedTwice()
                                .probeDown(3, "mail")
                                .probeUp(4, "mail")
                                .settled()
                                .look(5)))
                .isUnknownBecause("the probe of mail was down");
        assertThat(judge(two, triedTwice().gaveUp("outbox holds 2").look(40)))
                .isUnknownBecause("not at rest after the longest wait: outbox holds 2");
        assertThat(judge(
                        two,
                        triedTwice()
                                .contested(3, NOTICE)
                                .rejected(500)
                                .settled()
                                .look(5)))
                .isUnknownBecause("belongs to neither");
    }

    @Test
    void deliveriesOfAnotherEffectAreNoAttempts() {
        assertThat(judge(
                        attempts(NOTICE, 2),
                        triedTwice()
                                .effect(3, History.REFUND)
                                .contested(4, History.REFUND)
                                .settled()
                                .look(5)))
                .isMet()
                .decidedBy(6L, 7L);
    }

    @Test
    void fewerThanSaidAreUnknownWhenTheLongestWaitWasOverFirst() {
        assertThat(judge(
                        attempts(NOTICE, 3),
                        triedTwice().notSeen("mail").gaveUp("outbox holds 2").look(40)))
                .isUnknownBecause("not at rest after the longest wait: outbox holds 2");
    }

    /** Guards against a green "takes 2 attempts" beside a third that lost its ID. */
    @Test
    void aStrayAttemptIsNamedBesideItAndWithFailLeavesItUnknown() {
        Snapshot snapshot =
                triedTwice().stray(3, NOTICE).rejected(500).settled().look(5);
        String note = "#8 is another support notification in this time that fits no scenario";
        for (Statement statement :
                List.of(attempts(NOTICE, 2), attempts(NOTICE, null, 500, 200), sameHeader(NOTICE, "Idempotency-Key"))) {
            assertThat(Judge.judge(Said.that(statement, Expectation.Strays.WARN), snapshot))
                    .isMet()
                    .notes(note);
            assertThat(Judge.judge(Said.that(statement, Expectation.Strays.IGNORE), snapshot))
                    .isMet()
                    .notes();
            assertThat(Judge.judge(Said.that(statement, Expectation.Strays.FAIL), snapshot))
                    .isUnknownBecause(note);
        }
    }

    @Test
    void aStrayThatWouldChangeNothingIsNotNamed() {
        assertThat(Judge.judge(
                        Said.that(sameHeader(NOTICE, "Idempotency-Key"), Expectation.Strays.FAIL),
                        triedTwice().stray(3, NOTICE).key("k-1").settled().look(5)))
                .isMet()
                .notes();
        assertThat(Judge.judge(
                        Said.that(attempts(NOTICE, 2), Expectation.Strays.FAIL),
                        triedTwice().stray(3, History.REFUND).settled().look(5)))
                .isMet()
                .notes();
    }
}
