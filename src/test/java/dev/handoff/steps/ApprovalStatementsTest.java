package dev.handoff.steps;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.FailureKind;
import dev.handoff.expectation.Finding;
import dev.handoff.expectation.History;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Said;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Snapshot;
import dev.handoff.vocabulary.Vocabulary;
import dev.handoff.vocabulary.VocabularyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sentences about approvals hold of, and what they do not. */
class ApprovalStatementsTest {

    private static final String WORDS = """
            application: { url: http://localhost }
            systems:
              payments:
                type: http
                endpoints: [{ on: POST /v1/refunds, records: provider refund }]
              mail:
                type: mail
                records: { support notification: { subject: "*" } }
              ledger:
                type: sql
                records: { ledger entry: { query: select * from step, id: id } }
            approvals:
              risk approval:
                record: ledger entry
                where: { kind: risk }
                state: state
                role: role
                states: { pending: requested }
                unlocks: [provider refund]
            """;

    @TempDir
    private Path folder;

    private ApprovalStatements risk;

    @BeforeEach
    void read() throws Exception {
        Path file = Files.writeString(folder.resolve("handoff.yaml"), WORDS);
        Vocabulary vocabulary = VocabularyReader.read(file, Map.of());
        risk = new ApprovalStatements(
                vocabulary.approvals().get("risk approval"), new Words(vocabulary), Duration.ofSeconds(10));
    }

    private static String step(String state, String role) {
        return "{\"kind\": \"risk\", \"state\": \"" + state + "\", \"role\": \"" + role + "\"}";
    }

    private static History submitted() {
        return History.begins().action(0, "the form");
    }

    private static History requested() {
        return submitted().effect(1, LEDGER).body(step("requested", "risk_ops"));
    }

    private static History escalated() {
        return requested().effect(3, LEDGER).body(step("escalated", "risk_lead"));
    }

    private Statement pendingFor(String role) {
        return risk.pendingFor(role, Duration.ofSeconds(10), false);
    }

    private static Verdict judge(Statement statement, Snapshot snapshot) {
        return Judge.judge(Said.that(statement, Expectation.Strays.WARN), snapshot);
    }

    private static void isMet(Statement statement, Snapshot snapshot) {
        Verdict verdict = judge(statement, snapshot);
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.MET);
    }

    private static void isOpen(Statement statement, Snapshot snapshot) {
        assertThat(judge(statement, snapshot).open()).isTrue();
    }

    private static void isViolated(Statement statement, Snapshot snapshot, FailureKind... kinds) {
        Verdict verdict = judge(statement, snapshot);
        assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.VIOLATED);
        assertThat(verdict.findings().stream().map(Finding::kind)).containsExactly(kinds);
    }

    @Test
    void it_is_pending_for_a_role_once_that_is_at_rest() {
        isOpen(pendingFor("risk_ops"), requested().look(2));
        isMet(pendingFor("risk_ops"), requested().settled().look(3));
    }

    @Test
    void it_is_not_pending_for_another_role() {
        isViolated(pendingFor("risk_lead"), requested().settled().look(11), FailureKind.WRONG_FIELD);
    }

    @Test
    void what_was_skipped_or_is_of_another_kind_is_not_pending() {
        isViolated(pendingFor("risk_ops"), submitted().settled().look(11), FailureKind.MISSING_EFFECT);
        isViolated(
                pendingFor("risk_ops"),
                submitted()
                        .effect(1, LEDGER)
                        .body("{\"kind\": \"refund\", \"state\": \"requested\", \"role\": \"risk_ops\"}")
                        .settled()
                        .look(11),
                FailureKind.WRONG_FIELD);
    }

    @Test
    void what_was_asked_for_twice_or_decided_by_nobody_is_not_pending() {
        isViolated(
                pendingFor("risk_ops"),
                requested()
                        .effect(2, LEDGER)
                        .body(step("requested", "risk_ops"))
                        .settled()
                        .look(3),
                FailureKind.DUPLICATE_EFFECT);
        for (String decided : List.of("approved", "rejected", "expired")) {
            isViolated(
                    pendingFor("risk_ops"),
                    requested()
                            .effect(2, LEDGER)
                            .body(step(decided, "risk_ops"))
                            .look(3),
                    FailureKind.FORBIDDEN_EFFECT);
        }
    }

    @Test
    void what_was_escalated_is_pending_for_the_other_role_and_for_the_first_no_more() {
        isMet(pendingFor("risk_lead"), escalated().settled().look(5));
        isViolated(pendingFor("risk_ops"), escalated().settled().look(5), FailureKind.FORBIDDEN_EFFECT);
    }

    @Test
    void a_row_that_changes_tells_the_same_as_a_history() {
        History lead = requested().changed(3, step("escalated", "risk_lead"));

        isMet(pendingFor("risk_lead"), lead.settled().look(5));
        isViolated(pendingFor("risk_ops"), lead.settled().look(5), FailureKind.FORBIDDEN_EFFECT);
        isMet(
                risk.escalatedTo("risk_lead", Duration.ofSeconds(5)),
                lead.settled().look(5));
        isViolated(
                pendingFor("risk_lead"),
                lead.changed(4, step("approved", "risk_lead")).settled().look(6),
                FailureKind.FORBIDDEN_EFFECT);
    }

    @Test
    void effects_are_held_back_while_it_is_pending() {
        Statement heldBack = risk.holdsBack(List.of(REFUND, NOTICE));

        isOpen(heldBack, requested().look(2));
        isMet(heldBack, requested().settled().look(3));
        isViolated(heldBack, requested().effect(2, REFUND).look(3), FailureKind.FORBIDDEN_EFFECT);
        isViolated(
                heldBack,
                submitted().effect(2, REFUND).settled().look(11),
                FailureKind.MISSING_EFFECT,
                FailureKind.FORBIDDEN_EFFECT);
    }

    @Test
    void effects_are_unlocked_once_and_after_the_approval() {
        Statement unlocks = risk.unlocks(List.of(REFUND));
        History approved = requested().action(2, "risk approval").exchange(2.1, 200, "{}");
        History recorded = approved.effect(3, LEDGER).body(step("approved", "risk_ops"));

        isMet(unlocks, recorded.effect(4, REFUND).settled().look(6));
        isViolated(
                unlocks,
                requested()
                        .effect(1.5, REFUND)
                        .action(2, "risk approval")
                        .effect(3, LEDGER)
                        .body(step("approved", "risk_ops"))
                        .settled()
                        .look(6),
                FailureKind.FORBIDDEN_EFFECT);
        isViolated(
                unlocks,
                requested()
                        .action(2, "risk approval")
                        .effect(3, LEDGER)
                        .body(step("approved", "risk_ops"))
                        .settled()
                        .look(13),
                FailureKind.MISSING_EFFECT);
    }

    @Test
    void it_is_refused_when_the_answer_says_so_and_nothing_has_come_of_it() {
        History tried = requested().action(2, "attempt at the risk approval");

        isMet(risk.refused(), tried.exchange(2.1, 403, "{}").settled().look(4));
        isViolated(
                risk.refused(),
                requested()
                        .action(2, "attempt at the risk approval")
                        .exchange(2.1, 200, "{}")
                        .effect(2.2, LEDGER)
                        .body(step("approved", "support"))
                        .effect(2.5, REFUND)
                        .settled()
                        .look(4),
                FailureKind.WRONG_FIELD,
                FailureKind.FORBIDDEN_EFFECT,
                FailureKind.FORBIDDEN_EFFECT);
        isViolated(
                risk.refused(),
                requested()
                        .action(2, "attempt at the risk approval")
                        .exchange(2.1, 403, "{}")
                        .effect(2.5, REFUND)
                        .look(4),
                FailureKind.FORBIDDEN_EFFECT);
    }

    @Test
    void it_is_rejected_expired_or_escalated_by_what_is_recorded() {
        History rejected = requested().effect(2, LEDGER).body(step("rejected", "risk_ops"));
        isMet(risk.rejected(), rejected.settled().look(4));
        isViolated(risk.rejected(), requested().settled().look(11), FailureKind.WRONG_FIELD);

        Statement expires = risk.expires(Duration.ofSeconds(5));
        isMet(
                expires,
                requested()
                        .effect(4, LEDGER)
                        .body(step("expired", "risk_ops"))
                        .settled()
                        .look(6));
        isViolated(
                expires,
                requested()
                        .effect(7, LEDGER)
                        .body(step("expired", "risk_ops"))
                        .settled()
                        .look(9),
                FailureKind.TOO_LATE);
        isViolated(expires, requested().settled().look(6), FailureKind.WRONG_FIELD);

        Statement toLead = risk.escalatedTo("risk_lead", Duration.ofSeconds(5));
        isMet(toLead, escalated().settled().look(6));
        isViolated(
                toLead,
                requested()
                        .effect(3, LEDGER)
                        .body(step("escalated", "intern"))
                        .settled()
                        .look(6),
                FailureKind.WRONG_FIELD);
    }

    @Test
    void no_approval_is_asked_for_when_nothing_of_the_kind_is_recorded() {
        isMet(risk.notAskedFor(), submitted().settled().look(3));
        isViolated(risk.notAskedFor(), requested().look(3), FailureKind.FORBIDDEN_EFFECT);
    }
}
