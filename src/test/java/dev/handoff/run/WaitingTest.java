package dev.handoff.run;

import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.run.Bench.ENTRY;
import static dev.handoff.run.Bench.HORIZON;
import static dev.handoff.run.Bench.LONG;
import static dev.handoff.run.Bench.QUIET;
import static dev.handoff.run.Bench.REFUND;
import static dev.handoff.run.Bench.SETTLE;
import static dev.handoff.run.Bench.that;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.expectation.Count;
import dev.handoff.expectation.FailureKind;
import dev.handoff.expectation.Finding;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Looked;
import dev.handoff.journal.Settlement;
import dev.handoff.sandbox.Rest;
import dev.handoff.vocabulary.Defaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wait ends as soon as the verdict is certain, and at its bound when it never is. */
@Timeout(20)
class WaitingTest {

    private static final Duration WINDOW = Duration.ofMillis(80);

    private final Bench bench = new Bench();

    private static Statement within(Duration window, Count... counts) {
        return new Statement.Counts(List.of(counts), window, false);
    }

    private Judgement judge(Statement statement) throws InterruptedException {
        return judge(bench, statement);
    }

    private static Judgement judge(Bench bench, Statement statement) throws InterruptedException {
        Judgement judgement = bench.waiting().judge(that(statement));
        assertThat(bench.written.all(Looked.class))
                .as("the look is on record")
                .anyMatch(looked -> looked.index() == judgement.judged().look());
        assertThat(Judge.judge(judgement.judged().expectation(), judgement.snapshot()))
                .as("the recorded look gives the same verdict again")
                .isEqualTo(judgement.judged().verdict());
        assertThat(judgement.judged().verdict().open()).isFalse();
        return judgement;
    }

    private static Outcome outcome(Judgement judgement) {
        return judgement.judged().verdict().outcome();
    }

    private static List<String> reasons(Judgement judgement) {
        return judgement.judged().verdict().findings().stream()
                .flatMap(finding -> finding.notes().stream())
                .toList();
    }

    private CompletableFuture<Judgement> judging(Bench waited, Statement statement) {
        CompletableFuture<Thread> waiter = new CompletableFuture<>();
        CompletableFuture<Judgement> judged = CompletableFuture.supplyAsync(
                () -> {
                    waiter.complete(Thread.currentThread());
                    try {
                        return judge(waited, statement);
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                },
                task -> new Thread(task).start());
        waits(waiter.join());
        return judged;
    }

    private static void waits(Thread waiter) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
    }

    @Test
    void at_least_is_met_by_the_entry_that_satisfies_it_without_quiet() {
        Bench slow = new Bench(new Defaults(LONG, LONG, LONG, HORIZON));
        slow.act();
        CompletableFuture<Judgement> judged = judging(slow, within(LONG, atLeast(1, REFUND)));

        Captured effect = slow.effect(REFUND);

        Judgement judgement = judged.join();
        assertThat(outcome(judgement)).isEqualTo(Outcome.MET);
        assertThat(judgement.judged().verdict().decidedBy()).containsExactly(effect.index());
        assertThat(judgement.snapshot().settlement()).isEqualTo(Settlement.OPEN);
    }

    @Test
    void exactly_one_is_met_only_by_a_settled_look() throws Exception {
        bench.act();
        Captured effect = bench.effect(REFUND);

        Judgement judgement = judge(within(LONG, exactly(1, REFUND)));

        assertThat(outcome(judgement)).isEqualTo(Outcome.MET);
        assertThat(judgement.snapshot().settlement().state()).isEqualTo(Settlement.State.SETTLED);
        assertThat(judgement.snapshot().taken()).isAfterOrEqualTo(effect.at().plus(QUIET));
    }

    @Test
    void a_second_effect_during_quiet_is_a_violation_at_once() {
        Bench slow = new Bench(new Defaults(LONG, LONG, LONG, HORIZON));
        slow.act();
        slow.effect(REFUND);
        CompletableFuture<Judgement> judged = judging(slow, within(LONG, exactly(1, REFUND)));

        slow.effect(REFUND);

        Judgement judgement = judged.join();
        assertThat(outcome(judgement)).isEqualTo(Outcome.VIOLATED);
        assertThat(judgement.snapshot().settlement()).isEqualTo(Settlement.OPEN);
    }

    @Test
    void a_missing_effect_is_missing_only_when_its_window_is_over() throws Exception {
        bench.act();
        Instant acted = bench.journal.lastChange(bench.ours);

        Judgement judgement = judge(within(Duration.ofMillis(150), exactly(1, REFUND)));

        assertThat(judgement.judged().verdict().findings())
                .extracting(Finding::kind)
                .containsExactly(FailureKind.MISSING_EFFECT);
        assertThat(judgement.snapshot().taken()).isAfterOrEqualTo(acted.plusMillis(150));
    }

    @Test
    void an_effect_at_the_end_of_its_window_is_waited_for() {
        bench.act();
        CompletableFuture<Judgement> judged = judging(bench, within(Duration.ofSeconds(5), exactly(1, REFUND)));
        bench.settle();
        bench.effect(REFUND);

        assertThat(outcome(judged.join())).isEqualTo(Outcome.MET);
    }

    @Test
    void work_that_never_ends_is_inconclusive_at_the_bound_with_its_reason() throws Exception {
        bench.payments.provesWork();
        bench.act();
        Instant acted = bench.journal.lastChange(bench.ours);

        Judgement judgement = judge(within(WINDOW, no(REFUND)));

        assertThat(outcome(judgement)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(reasons(judgement)).containsExactly("not at rest after the longest wait: payments has work");
        assertThat(judgement.snapshot().taken())
                .isBetween(acted.plus(WINDOW).plus(SETTLE), acted.plus(WINDOW).plusSeconds(5));
    }

    @Test
    void a_scenario_that_never_is_quiet_is_inconclusive_at_the_bound() throws Exception {
        Bench restless = new Bench(new Defaults(LONG, LONG, SETTLE, HORIZON));
        restless.act();

        Judgement judgement = judge(restless, within(WINDOW, no(REFUND)));

        assertThat(outcome(judgement)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(reasons(judgement)).singleElement().asString().contains("something happened");
    }

    @Test
    void a_retry_horizon_beyond_the_longest_wait_does_not_prolong_it() throws Exception {
        bench.act();
        Captured refused = bench.refused(ENTRY, "k1");

        Judgement judgement = judge(within(WINDOW, no(REFUND)));

        assertThat(outcome(judgement)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(reasons(judgement)).singleElement().asString().contains("#" + refused.index() + " was answered 503");
        assertThat(judgement.snapshot().taken()).isBefore(refused.at().plusSeconds(10));
    }

    @Test
    void a_probe_that_never_sees_anything_is_inconclusive() throws Exception {
        bench.payments.sees(() -> null);
        bench.act();

        Judgement judgement = judge(within(WINDOW, exactly(1, REFUND)));

        assertThat(outcome(judgement)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(reasons(judgement)).singleElement().asString().contains("has not seen the whole window");
    }

    @Test
    void a_probe_that_goes_blind_after_the_scenario_settled_is_inconclusive() throws Exception {
        bench.act();
        bench.settle();
        Instant blindSince = bench.journal.now();
        bench.payments.sees(() -> blindSince);

        Judgement judgement = judge(within(Duration.ofMillis(300), exactly(1, REFUND)));

        assertThat(outcome(judgement)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(reasons(judgement)).singleElement().asString().contains("has not seen the whole window");
    }

    @Test
    void a_stage_that_nobody_can_be_asked_for_is_inconclusive() throws Exception {
        bench.act();

        Judgement judgement = judge(new Statement.Reaches("done", WINDOW));

        assertThat(outcome(judgement)).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void five_expectations_wait_once() throws Exception {
        bench.payments.provesRest();
        bench.act();
        bench.effect(REFUND);

        for (int i = 0; i < 5; i++) {
            assertThat(outcome(judge(within(LONG, exactly(1, REFUND))))).isEqualTo(Outcome.MET);
        }

        assertThat(bench.payments.restAskedSince).hasSize(1);
        assertThat(bench.written.all(Looked.class)).hasSize(5);
    }

    @Test
    void an_effect_that_comes_while_evidence_is_asked_is_in_the_verdict() throws Exception {
        bench.act();
        bench.payments.proves(() -> {
            bench.effect(REFUND);
            return new Rest(true, "at rest");
        });

        assertThat(outcome(judge(within(LONG, no(REFUND))))).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void the_last_row_of_a_slow_application_is_in_the_verdict() throws Exception {
        bench.act();
        bench.ledger.asks();
        bench.payments.proves(() -> {
            // it is idle since it wrote a row that the poll after this finds
            Instant before = bench.journal.now();
            int[] looks = {0};
            bench.ledger.sees(() -> {
                if (looks[0]++ == 1) {
                    bench.effect(ENTRY);
                }
                return looks[0] > 1 ? bench.journal.now() : before;
            });
            return new Rest(true, "idle");
        });

        Verdict verdict = judge(within(LONG, no(ENTRY))).judged().verdict();

        assertThat(verdict.outcome()).isEqualTo(Outcome.VIOLATED);
    }

    @Test
    void an_interrupted_wait_ends() {
        bench.act();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> bench.waiting().judge(that(within(LONG, exactly(1, REFUND)))))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
