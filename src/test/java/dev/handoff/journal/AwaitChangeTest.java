package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever waits for a scenario wakes when something happened to it, and only then. */
class AwaitChangeTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Run run = new Run();
    private final String ours = run.scenario("ours");
    private final String theirs = run.scenario("theirs");

    @Test
    void an_entry_of_the_scenario_wakes() {
        wakes(() -> run.journal.actionStarted(ours, "act", "act"));
    }

    @Test
    void an_effect_of_the_scenario_wakes() {
        wakes(() -> run.header("X-Correlation-Id", ours));
    }

    @Test
    void a_late_claim_wakes() {
        run.json("{\"order_id\":\"A-100\"}");

        wakes(() -> run.journal.learn(ours, "order_id", "A-100"));
    }

    @Test
    void losing_an_effect_to_a_contest_wakes() {
        run.journal.learn(ours, "order_id", "A-100");
        run.text("A-100");

        wakes(() -> run.journal.learn(theirs, "order_id", "A-100"));
    }

    @Test
    void a_probe_that_changes_wakes() {
        wakes(() -> run.journal.probeChanged("crm", false, "broken"));
    }

    @Test
    void what_happens_to_others_does_not_wake() {
        long version = run.journal.version(ours);
        var last = run.journal.lastChange(ours);

        run.journal.actionStarted(theirs, "act", "act");
        run.journal.learn(theirs, "order_id", "A-100");
        run.text("A-100");
        run.text("nobody's");
        run.scenario("third");
        run.journal.look(ours, java.util.Map.of(), Settlement.OPEN);

        assertThat(run.journal.version(ours)).isEqualTo(version);
        assertThat(run.journal.lastChange(ours)).isEqualTo(last);
    }

    @Test
    void what_has_happened_since_the_version_is_not_waited_for() throws Exception {
        long version = run.journal.version(ours);
        run.journal.actionStarted(ours, "act", "act");

        run.journal.awaitChange(ours, version, LONG);

        assertThat(run.journal.version(ours)).isGreaterThan(version);
    }

    @Test
    void a_wait_ends_when_its_time_is_over() throws Exception {
        run.journal.awaitChange(ours, run.journal.version(ours), Duration.ofNanos(1_500_000));
        run.journal.awaitChange(ours, run.journal.version(ours), Duration.ZERO);
        run.journal.awaitChange(ours, run.journal.version(ours), Duration.ofSeconds(-1));
    }

    @Test
    void what_belongs_to_a_scenario_moves_its_last_change_and_a_probe_does_not() {
        run.journal.probeChanged("crm", true, "works");
        assertThat(run.journal.lastChange(ours))
                .isEqualTo(run.seen(ours).started().at());

        Captured effect = run.header("X-Correlation-Id", ours);
        assertThat(run.journal.lastChange(ours)).isEqualTo(effect.at());
    }

    private void wakes(Runnable change) {
        long version = run.journal.version(ours);
        CompletableFuture<Thread> waiting = new CompletableFuture<>();
        CompletableFuture<Void> woken = CompletableFuture.runAsync(
                () -> {
                    waiting.complete(Thread.currentThread());
                    try {
                        run.journal.awaitChange(ours, version, LONG);
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                },
                task -> new Thread(task).start());
        Thread waiter = waiting.join();
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        change.run();

        assertThat(woken.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(run.journal.version(ours)).isGreaterThan(version);
    }
}
