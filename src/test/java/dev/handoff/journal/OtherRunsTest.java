package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several runs share one environment: what another one did is no stray of ours, and what nobody marked still is. */
class OtherRunsTest {

    private static final RunMark THEIRS = new RunMark("3f9c21a");
    private static final String THEIR_ID = THEIRS.correlationId();
    private static final String THEIR_ADDRESS = THEIRS.word() + "@example.test";

    private final Run run = new Run();
    private final String ours = run.scenario("ours", "REF-HK7Q2M4X9P");

    @Test
    void what_carries_an_id_of_another_run_is_that_run_s_and_no_stray() {
        Captured captured = run.header("X-Correlation-Id", THEIR_ID);

        assertThat(captured.claims())
                .containsExactly(new Claim(
                        "run 3f9c21a", Claim.By.CORRELATION, "correlation ID", THEIR_ID, "header X-Correlation-Id"));
        assertThat(run.seen(ours).strays()).isEmpty();
        assertThat(run.effectsOf(ours)).isEmpty();
    }

    @Test
    void so_is_what_carries_its_trace_or_an_address_that_it_planted() {
        run.header("traceparent", "00-" + THEIR_ID.replace("-", "") + "-00f067aa0ba902b7-01");
        run.json("{\"to\":[\"" + THEIR_ADDRESS + "\"]}");
        run.text("Dear member." + THEIR_ADDRESS + ", welcome.");

        assertThat(run.journal.strays()).isEmpty();
    }

    @Test
    void an_id_that_no_run_made_leaves_a_stray() {
        run.header("X-Correlation-Id", "7d4e1f0a-3f9c-421a-9d3e-0123456789ab");

        assertThat(run.seen(ours).strays()).hasSize(1);
    }

    /** An ID of ours that was damaged on the way, or that no scenario has: it may be the second copy. */
    @Test
    void an_id_of_this_run_that_no_scenario_has_leaves_a_stray() {
        String lost = ours.substring(0, 24) + "000000000000";

        run.header("X-Correlation-Id", lost);

        assertThat(run.seen(ours).strays()).hasSize(1);
    }

    /** As within a run: the ID says whose it is, and a key that both hold does not make it ours. */
    @Test
    void an_id_of_another_run_goes_before_a_key_of_ours_learned_before_or_after() {
        run.journal.learn(ours, "order_id", "A-100");
        run.capture(
                Map.of("X-Correlation-Id", THEIR_ID), Run.jsonOf("{\"order_id\":\"A-100\",\"refund_id\":\"re-77\"}"));
        run.journal.learn(ours, "refund_id", "re-77");

        assertThat(run.effectsOf(ours)).isEmpty();
        assertThat(run.contestedOf(ours)).isEmpty();
    }

    @Test
    void what_carries_an_id_of_ours_and_one_of_another_run_belongs_to_neither() {
        Captured both = run.json("{\"a\":\"" + ours + "\",\"b\":\"" + THEIR_ID + "\"}");
        Snapshot seen = run.seen(ours);

        assertThat(run.contestedOf(ours)).containsExactly(both);
        assertThat(seen.scenarioNames()).containsEntry("run 3f9c21a", "run 3f9c21a");
    }

    @Test
    void our_id_goes_before_a_value_that_another_run_planted() {
        Captured captured = run.json("{\"id\":\"" + ours + "\",\"to\":\"" + THEIR_ADDRESS + "\"}");

        assertThat(run.effectsOf(ours)).containsExactly(captured);
    }

    @Test
    void another_run_s_effect_may_change_and_teaches_nobody_anything() {
        Captured row = run.journal.captureLasting(
                Capture.effect("crm", "CRM lead", "row", Map.of(), Run.jsonOf("{\"to\":\"" + THEIR_ADDRESS + "\"}")));
        run.journal.changed(row, run.journal.now(), Run.jsonOf("{\"order_id\":\"A-100\"}"));
        run.json("{\"order_id\":\"A-100\"}");

        assertThat(run.written).noneMatch(entry -> entry instanceof KeyLearned);
        assertThat(run.seen(ours).strays()).hasSize(1);
    }

    @Test
    void two_runs_of_which_neither_is_ours_leave_no_doubt_for_us() {
        run.json("{\"a\":\"" + new RunMark("0000001").correlationId() + "\",\"b\":\"" + THEIR_ID + "\"}");
        run.journal.endScenario(ours);
        run.journal.end();

        assertThat(run.journal.strays()).isEmpty();
    }

    @Test
    void two_journals_lead_nothing_of_one_to_the_other() {
        Journal other = new Journal(new JournalSettings(Run.KEYS, Set.of()), Sink.NOWHERE);
        String others = other.startScenario("other", "b.feature", 1, List.of()).scenario();

        run.header("X-Correlation-Id", others);
        other.capture(
                Capture.effect("crm", "CRM lead", "POST /leads", Map.of(), Run.jsonOf("{\"id\":\"" + ours + "\"}")));

        assertThat(run.journal.strays()).isEmpty();
        assertThat(other.strays()).isEmpty();
    }
}
