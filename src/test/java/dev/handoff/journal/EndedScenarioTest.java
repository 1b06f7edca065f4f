package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What remains of a scenario that has ended: enough to know what is its own, and nothing else. */
class EndedScenarioTest {

    private static final String TRACER = "REF-HK7Q2M4X9P";

    private final Run run = new Run();
    private final String ended = run.scenario("ended", TRACER);

    private void end() {
        run.journal.endScenario(ended);
    }

    private static List<Claim> claims(Captured captured) {
        return captured.claims();
    }

    @Test
    void what_comes_late_is_still_its_own_by_mark_and_by_key() {
        run.journal.learn(ended, "order_id", "A-100");
        end();

        assertThat(claims(run.header("X-Correlation-Id", ended)))
                .extracting(Claim::scenario)
                .containsExactly(ended);
        assertThat(claims(run.header("traceparent", "00-" + ended.replace("-", "") + "-00f067aa0ba902b7-01")))
                .hasSize(1);
        assertThat(claims(run.text("about " + TRACER))).extracting(Claim::by).containsExactly(Claim.By.TRACER);
        assertThat(claims(run.text("about A-100"))).extracting(Claim::name).containsExactly("order_id");
        assertThat(run.journal.strays()).isEmpty();
    }

    /** Guards against the late mail of one scenario being counted for the next with the same customer. */
    @Test
    void its_keys_are_still_shared_with_a_later_scenario() {
        run.journal.learn(ended, "email", "ann@example.org");
        end();
        String later = run.scenario("later");
        run.journal.learn(later, "email", "ann@example.org");

        Captured mail = run.json("{\"to\":\"ann@example.org\"}");

        assertThat(run.contestedOf(later)).containsExactly(mail);
        assertThat(run.effectsOf(later)).isEmpty();
        assertThat(run.seen(later).scenarioNames()).isEqualTo(Map.of(ended, "ended", later, "later"));
    }

    @Test
    void what_comes_late_teaches_it_keys_that_it_then_shares() {
        end();
        String later = run.scenario("later");
        run.journal.learn(later, "refund_id", "re_77a");
        Captured early = run.json("{\"x\":\"re_77a\"}");
        assertThat(run.effectsOf(later)).containsExactly(early);

        run.json("{\"mark\":\"" + ended + "\",\"refund_id\":\"re_77a\"}");

        assertThat(run.contestedOf(later)).containsExactly(early);
    }

    /** A suite of ten thousand scenarios with one customer must not pay for all of them in each delivery. */
    @Test
    void a_value_that_many_have_shared_names_the_latest_few() {
        for (int i = 0; i < 50; i++) {
            String one = run.scenario("scenario " + i);
            run.journal.learn(one, "email", "ann@example.org");
            run.journal.endScenario(one);
        }
        String ours = run.scenario("ours");
        run.journal.learn(ours, "email", "ann@example.org");

        Captured mail = run.text("ann@example.org");

        assertThat(run.contestedOf(ours)).containsExactly(mail);
        assertThat(run.seen(ours).scenarioNames().values())
                .containsExactlyInAnyOrder("scenario 47", "scenario 48", "scenario 49", "ours");
    }

    /** Guards against a scenario that loses its effects because others with the same customer have ended. */
    @Test
    void one_that_runs_keeps_a_value_however_many_ended_ones_shared_it_later() {
        String ours = run.scenario("ours");
        run.journal.learn(ours, "email", "ann@example.org");
        for (int i = 0; i < 5; i++) {
            String one = run.scenario("scenario " + i);
            run.journal.learn(one, "email", "ann@example.org");
            run.journal.endScenario(one);
        }

        Captured mail = run.text("ann@example.org");

        assertThat(run.contestedOf(ours)).containsExactly(mail);
    }

    @Test
    void a_value_that_many_share_at_once_names_them_all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(run.scenario("scenario " + i));
            run.journal.learn(all.get(i), "email", "ann@example.org");
        }

        assertThat(claims(run.text("ann@example.org")))
                .extracting(Claim::scenario)
                .containsExactlyElementsOf(all);
    }

    @Test
    void its_keys_and_its_entries_cannot_be_asked_for_any_more() {
        run.journal.learn(ended, "order_id", "A-100");
        end();

        assertThat(run.journal.learned(ended, "order_id")).isEmpty();
        assertThatThrownBy(() -> run.seen(ended)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void it_may_be_ended_twice() {
        end();
        end();

        assertThat(run.written).extracting(Entry::index).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_was_masked_can_be_acted_on_while_another_runs_who_was_there() {
        run.scenario("other");
        Captured captured = run.json("{\"token\":\"t-1\"}");

        end();

        assertThat(run.journal.unmasked(captured.index())).isPresent();
    }

    @Test
    void what_was_masked_cannot_be_acted_on_any_more() {
        Captured captured = run.json("{\"token\":\"t-1\"}");
        assertThat(run.journal.unmasked(captured.index())).isPresent();

        end();

        assertThat(run.journal.unmasked(captured.index())).isEmpty();
    }

    /** A request that was still on its way, a fault, a stage: on record, and nothing breaks. */
    @Test
    void what_is_said_of_it_late_is_written() {
        end();
        int before = run.written.size();

        run.journal.faultFired(ended, "crm", "answers 503", 1);
        run.journal.requestLeaves(ended, Run.jsonOf("{\"order_id\":\"A-100\"}"));
        run.journal.learn(ended, "order_id", "A-100");

        assertThat(run.written.subList(before, run.written.size()))
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("FaultFired", "KeyLearned");
    }

    @Test
    void what_was_captured_for_it_is_let_go_once_nobody_runs_who_was_there() {
        Journal journal = new Journal(new JournalSettings(Run.KEYS, java.util.Set.of()), Sink.NOWHERE);
        String first = journal.startScenario("first", "a.feature", 1, List.of()).scenario();
        journal.learn(first, "order_id", "A-100");
        List<WeakReference<Captured>> captured = new ArrayList<>();
        for (String body : List.of(
                "{\"mark\":\"" + first + "\"}",
                "{\"order_id\":\"A-100\"}",
                "{\"of\":\"nobody\"}",
                "{\"order_id\":\"A-100\",\"token\":\"secret\"}")) {
            captured.add(new WeakReference<>(
                    journal.capture(Capture.effect("crm", "CRM lead", "POST /leads", Map.of(), Run.jsonOf(body)))));
        }
        String second =
                journal.startScenario("second", "a.feature", 9, List.of()).scenario();
        journal.endScenario(first);
        assertThat(journal.glance(second, Map.of(), Settlement.OPEN).strays()).isEmpty();

        // Others in its block, up to a full one, keep a delivery that a key may still claim.
        for (int i = 0; i < 300; i++) {
            journal.capture(Capture.effect("crm", "CRM lead", "POST /leads", Map.of(), Run.jsonOf("{}")));
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return captured.stream().allMatch(one -> one.get() == null);
        });
        assertThat(journal.learned(second, "order_id")).isEmpty();
    }

    @Test
    void a_stray_from_before_is_kept_for_as_long_as_somebody_runs_who_was_there() {
        String other = run.scenario("other");
        Captured stray = run.json("{\"refund_id\":\"re_77a\"}");
        end();
        for (int i = 0; i < 600; i++) {
            run.text("another");
        }
        assertThat(run.seen(other).strays()).hasSize(601).startsWith(stray);

        run.journal.learn(other, "refund_id", "re_77a");
        assertThat(run.effectsOf(other)).containsExactly(stray);
    }
}
