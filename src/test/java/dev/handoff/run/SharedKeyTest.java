package dev.handoff.run;

import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.happens;
import static dev.handoff.expectation.Said.no;
import static dev.handoff.expectation.Said.that;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Sink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Scenarios side by side that share a business key, an amount, or both. */
@Timeout(60)
class SharedKeyTest {

    private static final int SIDE_BY_SIDE = 32;
    private static final Settlement SETTLED =
            new Settlement(Settlement.State.SETTLED, List.of("quiet for 1.0 s"), true);
    private static final Statement ONE_REFUND = happens(exactly(1, Bench.REFUND));

    private final Journal journal =
            new Journal(new JournalSettings(Map.of("email", List.of(), "order_id", List.of()), Set.of()), Sink.NOWHERE);

    private String scenario(int number) {
        String id = journal.startScenario("scenario " + number, "a.feature", number, List.of())
                .scenario();
        journal.actionStarted(id, "act", "When it acts");
        journal.learn(id, "email", "ann@example.org");
        return id;
    }

    private void refund(Map<String, List<String>> headers, String body) {
        journal.capture(Capture.effect(
                Bench.REFUND.system(),
                Bench.REFUND.name(),
                "POST /refunds",
                Map.of(),
                Message.of(headers, "application/json", body)));
    }

    private Verdict judged(String scenario, Statement statement) {
        Sight sight = new Sight(journal.now().plusSeconds(100), "seen");
        return Judge.judge(
                that(statement), journal.look(scenario, Map.of("payments", sight, "ledger", sight), SETTLED));
    }

    private void atOnce(List<Callable<Void>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void effects_with_a_correlation_id_are_clean_whatever_they_share() throws Exception {
        journal.probeChanged("payments", true, "its canary came back");
        List<String> all =
                IntStream.range(0, SIDE_BY_SIDE).mapToObj(this::scenario).toList();
        List<Callable<Void>> effects = new ArrayList<>();
        for (String id : all) {
            effects.add(() -> {
                refund(
                        Map.of("X-Correlation-Id", List.of(id)),
                        "{\"email\":\"ann@example.org\",\"amount\":250000,\"order_id\":\"A-" + id + "\"}");
                return null;
            });
        }
        atOnce(effects);

        assertThat(all)
                .allSatisfy(id -> assertThat(judged(id, ONE_REFUND).outcome()).isEqualTo(Outcome.MET));
    }

    @Test
    void an_effect_that_only_a_shared_key_identifies_is_unknown_to_all_who_share_it_and_names_them() {
        journal.probeChanged("payments", true, "its canary came back");
        String one = scenario(1);
        String two = scenario(2);
        refund(Map.of(), "{\"email\":\"Ann@Example.org\",\"amount\":250000}");

        for (String id : List.of(one, two)) {
            for (Statement statement : List.of(ONE_REFUND, happens(no(Bench.REFUND)))) {
                assertThat(judged(id, statement).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            }
        }
        assertThat(judged(one, happens(no(Bench.REFUND))).findings().get(0).notes())
                .singleElement()
                .asString()
                .contains("fits this scenario and \"scenario 2\"", "by email ann@example.org in $.email");
    }

    /** Guards against a green count when two scenarios with one customer each cause one mail: neither owns either. */
    @Test
    void two_effects_of_two_scenarios_that_share_a_key_are_not_divided_among_them() {
        journal.probeChanged("payments", true, "its canary came back");
        String one = scenario(1);
        String two = scenario(2);
        refund(Map.of(), "{\"email\":\"ann@example.org\",\"n\":1}");
        refund(Map.of(), "{\"email\":\"ann@example.org\",\"n\":2}");

        assertThat(judged(one, ONE_REFUND).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judged(two, ONE_REFUND).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    /** Guards against a second refund in one scenario whose order has the number of the other's amount. */
    @Test
    void the_amount_of_one_is_not_the_order_of_another() {
        journal.probeChanged("payments", true, "its canary came back");
        String one = scenario(1);
        String two = scenario(2);
        journal.learn(one, "order_id", "250000");
        journal.learn(two, "order_id", "777777");
        refund(Map.of(), "{\"order_id\":250000,\"amount\":777777}");
        refund(Map.of(), "{\"order_id\":\"777777\",\"amount\":\"250000\"}");

        assertThat(judged(one, ONE_REFUND).outcome()).isEqualTo(Outcome.MET);
        assertThat(judged(two, ONE_REFUND).outcome()).isEqualTo(Outcome.MET);
    }
}
