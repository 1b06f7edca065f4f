package dev.handoff.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.fault.Answer;
import dev.handoff.journal.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A stand-in forgets what ended scenarios did, but not the latest of it, and nothing that a running one may have done. */
class KeptTest {

    private static final Answer CREATED = new Answer(201, Map.of(), "application/json", "{}");

    private long needed = Long.MAX_VALUE;

    private static HttpRequest request(long number) {
        return new HttpRequest(
                "POST", "/refunds", Map.of(), Message.of(Map.of(), "application/json", String.valueOf(number)));
    }

    private static LongStream upTo(long count) {
        return LongStream.rangeClosed(1, count);
    }

    @Test
    void theLatestOfEndedScenariosAreKept() {
        Kept<Long> kept = new Kept<>(() -> needed);
        upTo(Kept.LATEST + 2L).forEach(index -> kept.add(index, index));

        assertThat(kept.all()).hasSize(Kept.LATEST).startsWith(3L).endsWith(Kept.LATEST + 2L);
    }

    @Test
    void allThatARunningScenarioMayHaveCausedIsKept() {
        needed = 2;
        Kept<Long> kept = new Kept<>(() -> needed);
        upTo(3L * Kept.LATEST).forEach(index -> kept.add(index, index));
        assertThat(kept.all()).hasSize(3 * Kept.LATEST - 1).startsWith(2L);

        needed = Long.MAX_VALUE;
        List<Long> forgotten = kept.add(3L * Kept.LATEST + 1, 0L);

        assertThat(forgotten).hasSize(2 * Kept.LATEST).startsWith(2L);
        assertThat(kept.all()).hasSize(Kept.LATEST);
    }

    @Test
    void anIdempotencyKeyIsRememberedForAsLongAsAScenarioRunsThatMayHaveUsedIt() {
        needed = 2;
        IdempotencyMemory memory = new IdempotencyMemory(() -> needed);
        upTo(2L * Kept.LATEST).forEach(index -> memory.remember("k-" + index, request(index), CREATED, index));

        assertThat(memory.recall("k-1", request(1))).isEmpty();
        assertThat(memory.recall("k-2", request(2))).hasValue(new IdempotencyMemory.Recall(true, CREATED));
    }
}
