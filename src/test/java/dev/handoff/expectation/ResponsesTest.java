package dev.handoff.expectation;

import static dev.handoff.expectation.FailureKind.WRONG_FIELD;
import static dev.handoff.expectation.Said.fields;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.VerdictAssert.assertThat;

import org.junit.jupiter.api.Test;

class ResponsesTest {

    private static final String BODY = "{\"id\": \"r-1\", \"amount\": 2500}";

    private final Statement accepted = new Statement.ResponseStatus(202);

    private static History asked() {
        return History.begins().action(0, "the refund");
    }

    @Test
    void theStatusOfEveryAnswerToTheLastActionCounts() {
        assertThat(judge(accepted, asked().exchange(0.1, 202, BODY).look(1)))
                .isMet()
                .decidedBy(6L);
        assertThat(judge(accepted, asked().exchange(0.1, 200, BODY).look(1)))
                .isViolatedBy(WRONG_FIELD)
                .found("response status", "202", "200");
        assertThat(judge(
                        accepted,
                        asked().exchange(0.1, 202, BODY)
                                .exchange(0.2, 409, BODY)
                                .exchange(0.3, 202, BODY)
                                .look(1)))
                .isViolatedBy(WRONG_FIELD)
                .decidedBy(7L);
    }

    @Test
    void answersOnTheWayAreNotTheAnswer() {
        assertThat(judge(
                        accepted,
                        asked().exchangeOnTheWay(0.1, 302)
                                .exchange(0.2, 202, BODY)
                                .look(1)))
                .isMet()
                .decidedBy(7L);
        assertThat(judge(
                        accepted,
                        asked().exchangeOnTheWay(0.1, 202)
                                .exchange(0.2, 500, BODY)
                                .look(1)))
                .isViolatedBy(WRONG_FIELD)
                .found("response status", "202", "500");
    }

    @Test
    void answersToEarlierActionsDoNotCount() {
        assertThat(judge(
                        accepted,
                        asked().exchange(0.1, 500, BODY)
                                .action(1, "the approval")
                                .exchange(1.1, 202, BODY)
                                .look(2)))
                .isMet();
        assertThat(judge(
                        accepted,
                        asked().exchange(0.1, 202, BODY)
                                .action(1, "the approval")
                                .look(2)))
                .isUnknownBecause("no request was made before");
    }

    @Test
    void noRequestLeavesItUnknown() {
        assertThat(judge(accepted, History.begins().look(1))).isUnknownBecause("no request was made before");
        assertThat(judge(
                        new Statement.ResponseHas(fields("id", "r-1")),
                        History.begins().look(1)))
                .isUnknownBecause("no request was made before");
    }

    @Test
    void noAnswerIsAWrongAnswer() {
        assertThat(judge(accepted, asked().noAnswer(0.1, "Connection refused").look(1)))
                .isViolatedBy(WRONG_FIELD)
                .found("response status", "202", "Connection refused");
        assertThat(judge(
                        new Statement.ResponseHas(fields("id", "r-1")),
                        asked().noAnswer(0.1, "Connection refused").look(1)))
                .isViolatedBy(WRONG_FIELD)
                .found("response", "an answer", "Connection refused");
    }

    @Test
    void theFieldsOfEveryAnswerMustFit() {
        Statement has = new Statement.ResponseHas(fields("id", "r-1", "amount", "2500", "header x-kind", "test"));
        assertThat(judge(has, asked().exchange(0.1, 202, BODY).look(1))).isMet();
        Verdict verdict = judge(
                has,
                asked().exchange(0.1, 202, BODY)
                        .exchange(0.2, 202, "{\"id\": \"r-2\"}")
                        .look(1));
        assertThat(verdict)
                .isViolatedBy(WRONG_FIELD)
                .found("response, id", "r-1", "r-2")
                .decidedBy(7L);
        org.assertj.core.api.Assertions.assertThat(
                        verdict.findings().get(0).sightings().get(0).table())
                .containsExactly(
                        new Cell("id", "r-2", "r-1", null),
                        new Cell("amount", "nothing", "2500 (number)", null),
                        new Cell("header x-kind", "test", null, null));
    }
}
