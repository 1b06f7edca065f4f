package dev.handoff.expectation;

import static dev.handoff.expectation.History.LEDGER;
import static dev.handoff.expectation.History.NOTICE;
import static dev.handoff.expectation.History.REFUND;
import static dev.handoff.expectation.Said.atLeast;
import static dev.handoff.expectation.Said.atMost;
import static dev.handoff.expectation.Said.exactly;
import static dev.handoff.expectation.Said.judge;
import static dev.handoff.expectation.Said.no;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.journal.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every history; each is told twice by the same seed where it must be told with one thing changed. */
class JudgePropertyTest {

    private static final int HISTORIES = 5_000;

    @Test
    void aViolatedLimitStaysViolatedWhateverElseComes() {
        forManyHistories((seed, statement) -> {
            Verdict before = judge(statement, tell(seed).look(20));
            List<FailureKind> tooMuch = List.of(FailureKind.DUPLICATE_EFFECT, FailureKind.FORBIDDEN_EFFECT);
            if (before.outcome() == Outcome.VIOLATED
                    && tooMuch.contains(before.findings().get(0).kind())) {
                Verdict after =
                        judge(statement, tell(seed).effect(at(seed), REFUND).look(20));
                assertThat(after.outcome()).as(told(seed, statement)).isEqualTo(Outcome.VIOLATED);
            }
        });
    }

    @Test
    void oneMoreNeverMakesALimitThatWasNotMetMet() {
        forManyHistories((seed, statement) -> {
            Count count = ((Statement.Counts) statement).counts().get(0);
            boolean limitOnly = count.max() != null && count.min() == 0;
            if (limitOnly && judge(statement, tell(seed).look(20)).outcome() != Outcome.MET) {
                assertThat(judge(statement, tell(seed).effect(at(seed), REFUND).look(20))
                                .outcome())
                        .as(told(seed, statement))
                        .isNotEqualTo(Outcome.MET);
            }
        });
    }

    @Test
    void onlyAnInconclusiveVerdictIsOpen() {
        forManyHistories((seed, statement) -> {
            Verdict verdict = judge(statement, tell(seed).look(looked(seed)));
            assertThat(verdict.open() && verdict.outcome() != Outcome.INCONCLUSIVE)
                    .as(told(seed, statement))
                    .isFalse();
            assertThat(verdict.findings().isEmpty())
                    .as(told(seed, statement))
                    .isEqualTo(verdict.outcome() == Outcome.MET);
        });
    }

    @Test
    void judgingIsDeterministic() {
        forManyHistories((seed, statement) -> {
            Snapshot snapshot = tell(seed).look(looked(seed));
            assertThat(judge(statement, snapshot))
                    .isEqualTo(judge(statement, snapshot))
                    .isEqualTo(judge(statement, tell(seed).look(looked(seed))));
        });
    }

    @Test
    void aLimitIsMetOnlyByASettledScenarioWithoutAGapOfItsSystem() {
        int[] met = {0};
        forManyHistories((seed, statement) -> {
            Snapshot snapshot = tell(seed).look(looked(seed));
            Count count = ((Statement.Counts) statement).counts().get(0);
            if (count.max() != null && judge(statement, snapshot).outcome() == Outcome.MET) {
                met[0]++;
                assertThat(snapshot.settlement().state())
                        .as(told(seed, statement))
                        .isEqualTo(dev.handoff.journal.Settlement.State.SETTLED);
                boolean ownWindow = ((Statement.Counts) statement).windowStated() && count.min() == 0;
                Instant until = ownWindow ? History.at(10) : snapshot.taken();
                assertThat(snapshot.probes().stream()
                                .filter(probe -> probe.system().equals("payments"))
                                .allMatch(probe -> probe.up() || probe.at().isAfter(until)))
                        .as(told(seed, statement))
                        .isTrue();
            }
        });
        assertThat(met[0]).isGreaterThan(100);
    }

    /** The count of what is certain and of what is not, told apart by a judge that is written the other way round. */
    @Test
    void aMetCountHoldsHoweverTheDoubtsAreSolved() {
        forManyHistories((seed, statement) -> {
            Snapshot snapshot = tell(seed).look(looked(seed));
            if (judge(statement, snapshot).outcome() != Outcome.MET) {
                return;
            }
            Statement.Counts counts = (Statement.Counts) statement;
            Count count = counts.counts().get(0);
            boolean absence = counts.windowStated() && count.max() != null && count.min() == 0;
            var deadline = History.at(10);
            long surely = snapshot.effects().stream()
                    .filter(effect -> effect.captured().isEffect()
                            && "provider refund".equals(effect.captured().effect())
                            && !effect.captured().occurred().latest().isAfter(deadline))
                    .count();
            long atMost = java.util.stream.Stream.concat(snapshot.effects().stream(), snapshot.contested().stream())
                    .filter(effect -> effect.captured().isEffect()
                            && "provider refund".equals(effect.captured().effect())
                            && !(absence
                                    && effect.captured().occurred().earliest().isAfter(deadline)))
                    .count();
            assertThat(surely).as(told(seed, statement)).isGreaterThanOrEqualTo(count.min());
            if (count.max() != null) {
                assertThat(atMost).as(told(seed, statement)).isLessThanOrEqualTo(count.max());
            }
        });
    }

    private static void forManyHistories(BiConsumer<Long, Statement> check) {
        List<Count> counts = List.of(
                no(REFUND),
                atMost(1, REFUND),
                atMost(2, REFUND),
                exactly(1, REFUND),
                exactly(2, REFUND),
                atLeast(1, REFUND));
        for (long seed = 0; seed < HISTORIES; seed++) {
            Count count = counts.get((int) (seed % counts.size()));
            check.accept(
                    seed, new Statement.Counts(List.of(count), Duration.ofSeconds(10), seed / counts.size() % 2 == 0));
        }
    }

    private static History tell(long seed) {
        Random random = new Random(seed);
        History history = History.begins().action(0, "the refund");
        for (int i = random.nextInt(4); i > 0; i--) {
            double at = random.nextInt(14) + 0.5;
            switch (random.nextInt(10)) {
                case 0 -> history.contested(at, REFUND);
                case 1 -> history.stray(at, REFUND);
                case 2 -> history.effect(at, REFUND).rejected(503);
                case 3 -> history.effect(at, REFUND).replayed(201);
                case 4 -> history.effect(at, random.nextBoolean() ? NOTICE : LEDGER);
                case 5 -> history.effect(at, REFUND).between(Math.max(0, at - 3), at);
                case 6 -> history.probeDown(at, random.nextBoolean() ? "payments" : "mail");
                default -> history.effect(at, REFUND);
            }
        }
        switch (random.nextInt(6)) {
            case 0 -> history.gaveUp("outbox holds 2");
            case 1 -> {}
            default -> history.settled();
        }
        return history;
    }

    private static double at(long seed) {
        return new Random(~seed).nextInt(14);
    }

    private static double looked(long seed) {
        return 14 + new Random(~seed).nextInt(6);
    }

    private static String told(long seed, Statement statement) {
        return "history " + seed + ", " + statement;
    }
}
