package dev.handoff.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handoff.expectation.Count;
import dev.handoff.expectation.EffectName;
import dev.handoff.expectation.Expectation;
import dev.handoff.expectation.Field;
import dev.handoff.expectation.Judge;
import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Source;
import dev.handoff.expectation.Statement;
import dev.handoff.expectation.Verdict;
import dev.handoff.journal.Capture;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Disposition;
import dev.handoff.journal.Interval;
import dev.handoff.journal.Journal;
import dev.handoff.journal.JournalSettings;
import dev.handoff.journal.Message;
import dev.handoff.journal.Settlement;
import dev.handoff.journal.Sight;
import dev.handoff.journal.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording gives every snapshot, and so every verdict, once more. */
class ReplayedSnapshotTest {

    private static final int HISTORIES = 60;
    private static final String OF_ANOTHER_RUN = "48616e64-3f9c-821a-9d3e-0123456789ab";
    private static final List<EffectName> EFFECTS =
            List.of(new EffectName("provider refund", "payments"), new EffectName("CRM lead", "crm"));

    @TempDir
    Path runs;

    @Test
    void a_recording_gives_every_snapshot_and_every_verdict_of_a_run_once_more() throws Exception {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        int contested = 0;
        int strays = 0;
        int elsewhere = 0;
        int changed = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            String run = "run" + seed;
            List<Look> looks;
            try (RunFolder folder = new RunFolder(runs, run)) {
                looks = new History(random, folder).play();
            }
            Recording recording = Recording.read(runs.resolve(run));
            ObjectMapper mapper = Format.mapper(runs.resolve(run));
            assertThat(recording.judged()).hasSize(looks.size());
            for (int i = 0; i < looks.size(); i++) {
                Look look = looks.get(i);
                Judged judged = recording.judged().get(i);
                Snapshot again = recording.snapshot(judged.scenario(), judged.look());
                Verdict verdict = Judge.judge(judged.expectation(), again);

                assertThat(again).as("seed %d, look %d", seed, i).isEqualTo(look.snapshot());
                assertThat(verdict).as("seed %d, look %d", seed, i).isEqualTo(look.verdict());
                assertThat(mapper.writeValueAsBytes(verdict)).isEqualTo(mapper.writeValueAsBytes(look.verdict()));
                outcomes.add(verdict.outcome());
                contested += again.contested().isEmpty() ? 0 : 1;
                strays += again.strays().isEmpty() ? 0 : 1;
                changed += again.changes().isEmpty() ? 0 : 1;
                elsewhere += again.elsewhere().isEmpty() ? 0 : 1;
            }
        }
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
        assertThat(contested).as("snapshots with something contested").isGreaterThan(HISTORIES);
        assertThat(strays).as("snapshots with a stray").isGreaterThan(HISTORIES);
        assertThat(changed).as("snapshots with a change").isGreaterThan(HISTORIES);
        assertThat(elsewhere).as("snapshots with something of another scenario").isGreaterThan(HISTORIES);
    }

    @Test
    void a_look_or_a_scenario_that_was_not_there_is_refused() throws Exception {
        String scenario;
        try (RunFolder folder = new RunFolder(runs, "run")) {
            Journal journal = new Journal(JournalSettings.NONE, folder);
            scenario = journal.startScenario("one", "a.feature", 1, List.of()).scenario();
            journal.look(scenario, Map.of(), Settlement.OPEN);
        }
        Recording recording = Recording.read(runs.resolve("run"));

        assertThat(recording.snapshot(scenario, 2).entries()).isEmpty();
        assertThatThrownBy(() -> recording.snapshot(scenario, 1)).hasMessageContaining("no look #1");
        assertThatThrownBy(() -> recording.snapshot("nobody", 2)).hasMessageContaining("no scenario nobody");
    }

    private record Look(Snapshot snapshot, Verdict verdict) {}

    /** A random run of two or three scenarios. */
    private static final class History {

        private final Random random;
        private final RunFolder folder;
        private final Journal journal;
        private final List<String> scenarios = new ArrayList<>();
        private final List<Captured> lasting = new ArrayList<>();
        private final List<Look> looks = new ArrayList<>();

        History(Random random, RunFolder folder) {
            this.random = random;
            this.folder = folder;
            this.journal = new Journal(
                    new JournalSettings(Map.of("order_id", List.of(), "refund_id", List.of()), Set.of()), folder);
        }

        List<Look> play() {
            EFFECTS.forEach(effect -> journal.probeChanged(effect.system(), random.nextInt(4) > 0, "canary"));
            for (int step = 0; step < 40; step++) {
                if (scenarios.isEmpty() || scenarios.size() < 3 && random.nextInt(8) == 0) {
                    scenarios.add(journal.startScenario("scenario " + step, "a.feature", step, List.of("REF-" + step))
                            .scenario());
                } else {
                    step();
                }
            }
            scenarios.forEach(this::look);
            return looks;
        }

        private void step() {
            String scenario = pick(scenarios);
            switch (random.nextInt(12)) {
                case 0 -> journal.actionStarted(scenario, "the approval", "When it is approved");
                case 1 -> journal.learn(scenario, "order_id", order());
                case 2 ->
                    journal.exchanged(
                            scenario,
                            1,
                            journal.now(),
                            "POST",
                            "/refunds?token=abc",
                            body(),
                            201 + random.nextInt(2),
                            body(),
                            false);
                case 3 -> journal.stageReached(scenario, Interval.at(journal.now()), "completed");
                case 4 -> journal.faultFired(scenario, "crm", "answers 503", 1);
                case 5 -> journal.probeChanged(pick(EFFECTS).system(), random.nextInt(4) > 0, "changed");
                case 6 -> look(scenario);
                case 7 -> change();
                default -> capture();
            }
        }

        private void capture() {
            EffectName effect = pick(EFFECTS);
            Message content = random.nextInt(3) == 0
                    ? Message.of(
                            Map.of(
                                    "X-Correlation-Id",
                                    List.of(random.nextInt(6) == 0 ? OF_ANOTHER_RUN : pick(scenarios))),
                            "application/json",
                            body().text())
                    : body();
            Capture capture = Capture.effect(
                    effect.system(),
                    random.nextInt(6) == 0 ? null : effect.name(),
                    "POST /x",
                    Map.of("path", "/x"),
                    content);
            if (random.nextInt(3) == 0) {
                capture = capture.occurred(journal.now().minusMillis(5), Optional.empty());
            }
            if (random.nextInt(3) == 0) {
                capture = capture.answered(pick(List.of(Disposition.values())), 500, body(), "k-" + random.nextInt(3));
            }
            if (random.nextBoolean()) {
                lasting.add(journal.captureLasting(capture));
            } else {
                journal.capture(capture);
            }
        }

        private void change() {
            if (!lasting.isEmpty()) {
                journal.changed(pick(lasting), journal.now(), random.nextInt(4) == 0 ? null : body());
            }
        }

        private Message body() {
            return Message.of(
                    Map.of(),
                    "application/json",
                    "{\"order_id\":\"" + order() + "\",\"refund_id\":\"re_" + random.nextInt(30)
                            + "\",\"amount\":2500,\"password\":\"x\"}");
        }

        private String order() {
            return "A-10" + random.nextInt(7);
        }

        private void look(String scenario) {
            Settlement settlement = random.nextInt(4) == 0
                    ? Settlement.OPEN
                    : new Settlement(
                            random.nextInt(6) == 0 ? Settlement.State.GAVE_UP : Settlement.State.SETTLED,
                            List.of("quiet for 1.0 s"),
                            random.nextBoolean());
            Snapshot snapshot = journal.look(
                    scenario,
                    Map.of(
                            "payments", new Sight(journal.now(), "served"),
                            "crm",
                                    random.nextInt(5) == 0
                                            ? new Sight(null, "away")
                                            : new Sight(journal.now(), "served"),
                            "application", new Sight(journal.now(), "asked")),
                    settlement);
            Expectation expectation = new Expectation(
                    new Source("a.feature", 5, "Then it holds"),
                    statement(),
                    pick(List.of(Expectation.Strays.values())));
            Verdict verdict = Judge.judge(expectation, snapshot);
            folder.write(new Judged(scenario, snapshot.looked().index(), expectation, verdict));
            looks.add(new Look(snapshot, verdict));
        }

        private Statement statement() {
            Duration within = random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(9);
            int max = random.nextInt(3);
            Statement counts = new Statement.Counts(
                    List.of(new Count(
                            pick(EFFECTS),
                            random.nextInt(max + 1),
                            random.nextInt(3) == 0 ? null : max,
                            random.nextBoolean() ? List.of() : List.of(new Field("amount", "2500")))),
                    within,
                    random.nextBoolean());
            return switch (random.nextInt(9)) {
                case 5 -> new Statement.InTheEnd(pick(EFFECTS), List.of(new Field("amount", "2500")), within);
                case 6 -> new Statement.NeverReturns(pick(EFFECTS), "order_id", within);
                case 0 -> new Statement.NotBefore(pick(EFFECTS), "the approval");
                case 1 -> new Statement.NothingElse(List.of(counts));
                case 2 -> new Statement.Attempts(pick(EFFECTS), null, List.of(), "Idempotency-Key", within);
                case 3 -> new Statement.Reaches("completed", within);
                case 4 ->
                    new Statement.InOrder(
                            EFFECTS.stream()
                                    .map(effect -> new Statement.InOrder.Item(effect, null))
                                    .toList(),
                            within);
                default -> counts;
            };
        }

        private <T> T pick(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
