package dev.handoff.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.handoff.expectation.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * The journal and the judge against an oracle that knows the truth. {@code -Dhandoff.test.histories=100000} tries more of
 * them, {@code -Dhandoff.test.seed=…} others than the fixed ones.
 */
class OracleTest {

    private static final int HISTORIES = Integer.getInteger("handoff.test.histories", 1_000);
    private static final long SEED = Long.getLong("handoff.test.seed", 0);

    @Test
    void noVerdictOnTheSameHistoriesEachTimeIsWrong() {
        Map<Outcome, Integer> outcomes = tryAll(SEED);
        assertThat(outcomes).hasSize(3).allSatisfy((outcome, times) -> assertThat(times)
                .as("%s", outcome)
                .isGreaterThan(HISTORIES / 2));
    }

    @Test
    void noVerdictOnHistoriesThatAreNewEachTimeIsWrong() {
        tryAll(ThreadLocalRandom.current().nextLong(1_000_000_000L) * 1_000_000L);
    }

    private static Map<Outcome, Integer> tryAll(long from) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (long seed = from; seed < from + HISTORIES; seed++) {
            Trial trial = new Trial(Generator.story(seed));
            Optional<String> complaint = trial.complaint();
            if (complaint.isPresent()) {
                fail(Failure.words(seed, complaint.get()));
            }
            trial.outcomes().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum));
        }
        return outcomes;
    }
}
