package dev.handoff.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final int THREADS = 8;
    private static final int ROUNDS = 300;

    private final Run run = new Run();
    private final String ours = run.scenario("ours");

    @Test
    void indexes_are_gapless_and_the_sink_sees_them_in_order_when_many_threads_append() throws Exception {
        List<Entry> written = new ArrayList<>();
        Journal journal = new Journal(new JournalSettings(Run.KEYS, java.util.Set.of()), written::add);
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String key = "A-10" + thread;
                all.add(threads.submit(() -> {
                    together.await();
                    String scenario = journal.startScenario(key, "a.feature", 1, List.of())
                            .scenario();
                    for (int round = 0; round < ROUNDS; round++) {
                        journal.capture(Capture.effect(
                                "crm",
                                "CRM lead",
                                "",
                                Map.of(),
                                Run.jsonOf("{\"order_id\":\"" + key + "\",\"n\":" + round + "}")));
                        journal.actionStarted(scenario, "act", "act");
                        journal.look(scenario, Map.of(), Settlement.OPEN);
                    }
                    journal.learn(scenario, "order_id", key);
                    assertThat(journal.glance(scenario, Map.of(), Settlement.OPEN)
                                    .effects())
                            .hasSize(ROUNDS);
                    return null;
                }));
            }
            together.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }

        int entries = THREADS * (1 + 3 * ROUNDS + 1 + ROUNDS);
        assertThat(written)
                .extracting(Entry::index)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries).boxed().toList());
        assertThat(written).extracting(Entry::at).isSorted();
    }

    @Test
    void a_scenario_whose_correlation_id_is_no_uuid_is_refused_and_leaves_no_gap() {
        assertThatThrownBy(() -> run.journal.startScenario("mine", "x", "a.feature", 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(run.json("{}").index()).isEqualTo(2);
    }

    @Test
    void times_never_go_back_whatever_the_wall_clock_does() {
        List<Instant> wall = new ArrayList<>(List.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.EPOCH));
        Clock stepsBack = new Clock() {
            @Override
            public Instant instant() {
                return wall.size() > 1 ? wall.remove(0) : wall.get(0);
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        };
        Journal journal = new Journal(JournalSettings.NONE, Sink.NOWHERE, new RunClock(stepsBack));

        List<Instant> times =
                IntStream.range(0, 1000).mapToObj(i -> journal.now()).toList();

        assertThat(times).isSorted().allMatch(time -> time.isAfter(Instant.parse("2025-12-31T23:59:59Z")));
    }

    @Test
    void what_was_pushed_happened_at_a_point_and_what_was_polled_within_an_interval() {
        Instant now = run.journal.now();
        Capture pushed = Capture.effect("crm", "CRM lead", "", Map.of(), Message.EMPTY);

        Captured point = run.journal.capture(pushed);
        Captured polled = run.journal.capture(pushed.occurred(now.minusSeconds(2), Optional.of(now.minusSeconds(1))));
        Captured open = run.journal.capture(pushed.occurred(now.minusSeconds(2), Optional.empty()));
        Captured skewed = run.journal.capture(pushed.occurred(now.plusSeconds(60), Optional.empty()));

        assertThat(point.occurred()).isEqualTo(Interval.at(point.at()));
        assertThat(polled.occurred()).isEqualTo(new Interval(now.minusSeconds(2), now.minusSeconds(1)));
        assertThat(open.occurred()).isEqualTo(new Interval(now.minusSeconds(2), open.at()));
        assertThat(skewed.occurred()).isEqualTo(Interval.at(skewed.at()));
    }

    @Test
    void a_glance_writes_nothing_and_a_look_writes_that_it_looked() {
        Map<String, Sight> sights = Map.of("crm", new Sight(run.journal.now(), "crm served throughout"));
        int before = run.written.size();

        Snapshot glance = run.journal.glance(ours, sights, Settlement.OPEN);
        assertThat(run.written).hasSize(before);

        Snapshot look = run.journal.look(ours, sights, Settlement.OPEN);
        assertThat(run.written).hasSize(before + 1).last().isEqualTo(look.looked());
        assertThat(look.looked().sights()).isEqualTo(sights);
        assertThat(look.looked().index()).isEqualTo(glance.looked().index() + 1);
        assertThat(look.entries()).isEqualTo(glance.entries());
    }

    @Test
    void a_snapshot_does_not_change_any_more() {
        String theirs = run.scenario("theirs");
        run.journal.learn(ours, "order_id", "A-100");
        Captured effect = run.text("A-100");
        Captured stray = run.text("re_77a");
        run.journal.probeChanged("crm", true, "works");
        Snapshot before = run.seen(ours);
        String words = before.toString();

        run.journal.learn(theirs, "order_id", "A-100");
        run.journal.learn(ours, "refund_id", "re_77a");
        run.text("re_77a");
        run.journal.probeChanged("crm", false, "broken");
        run.journal.actionStarted(ours, "act", "act");

        assertThat(before).hasToString(words);
        assertThat(before.effects()).extracting(Attributed::captured).containsExactly(effect);
        assertThat(before.effects().get(0).claims()).hasSize(1);
        assertThat(before.strays()).containsExactly(stray);
        assertThat(before.contested()).isEmpty();
        assertThatThrownBy(() -> before.effects().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> before.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void everything_that_is_told_is_written_once_under_the_next_index() {
        long action = run.journal.actionStarted(ours, "act", "act").index();
        Message request = Run.jsonOf("{\"order_id\":\"A-100\"}");
        Message answer = Message.of(Map.of("Location", List.of("/refunds/re_77a")), null, "");
        Exchanged exchanged =
                run.journal.exchanged(ours, action, run.journal.now(), "POST", "/refunds", request, 201, answer, false);
        Exchanged unanswered = run.journal.unanswered(
                ours, action, run.journal.now(), "POST", "/refunds", Message.EMPTY, "no answer to /?token=t-1");
        long captured = run.text("about A-100").index();
        run.journal.faultPlanned(ours, "crm", "answers 503");
        run.journal.faultFired(ours, "crm", "answers 503", captured);
        run.journal.stageReached(ours, Interval.at(run.journal.now()), "completed");
        run.journal.probeChanged("crm", true, "its canary came back");
        run.journal.endScenario(ours);

        assertThat(run.written)
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly(
                        "ScenarioStarted",
                        "ActionStarted",
                        "Exchanged",
                        "KeyLearned",
                        "KeyLearned",
                        "Exchanged",
                        "Captured",
                        "FaultPlanned",
                        "FaultFired",
                        "StageReached",
                        "ProbeChanged",
                        "ScenarioEnded");
        assertThat(run.written)
                .extracting(Entry::index)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 12).boxed().toList());
        assertThat(run.written).contains(exchanged, unanswered);
        assertThat(exchanged.failure()).isNull();
        assertThat(unanswered.failure()).matches("no answer to /\\?token=masked-[0-9a-f]{8}");
    }

    @Test
    void a_request_teaches_by_the_scenarios_own_last_entry() {
        ActionStarted action = run.journal.actionStarted(ours, "act", "act");
        run.scenario("theirs");
        run.text("nobody's");

        run.journal.requestLeaves(ours, Run.jsonOf("{\"order_id\":\"A-100\"}"));

        assertThat(run.seen(ours).entries(KeyLearned.class))
                .extracting(KeyLearned::from)
                .containsExactly(action.index());
    }

    @Test
    void a_snapshot_holds_the_scenarios_own_however_much_others_did() {
        Journal journal = new Journal(new JournalSettings(Run.KEYS, java.util.Set.of()), Sink.NOWHERE);
        String theirs =
                journal.startScenario("theirs", "b.feature", 1, List.of()).scenario();
        String mine = journal.startScenario("mine", "a.feature", 1, List.of()).scenario();
        Message marked = Message.of(Map.of("X-Correlation-Id", List.of(theirs)), null, "");
        for (int i = 0; i < 10_000; i++) {
            if (i % 2 == 0) {
                journal.capture(Capture.effect("crm", "CRM lead", "", Map.of(), marked));
            } else {
                journal.actionStarted(theirs, "act", "act");
            }
        }
        journal.capture(Capture.effect(
                "crm", "CRM lead", "", Map.of(), Message.of(Map.of("X-Correlation-Id", List.of(mine)), null, "")));
        journal.actionStarted(mine, "act", "act");

        Snapshot snapshot = journal.glance(mine, Map.of(), Settlement.OPEN);

        assertThat(snapshot.entries()).hasSize(1);
        assertThat(snapshot.effects()).hasSize(1);
        assertThat(snapshot.contested()).isEmpty();
        assertThat(snapshot.strays()).isEmpty();
        assertThat(snapshot.scenarioNames()).isEmpty();
        assertThat(snapshot.own()).hasSize(2);
        assertThat(journal.version(mine)).isEqualTo(2);
    }
}
