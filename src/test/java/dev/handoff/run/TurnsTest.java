package dev.handoff.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnsTest {

    private final Turns turns = new Turns();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    @AfterEach
    void noMore() {
        threads.shutdownNow();
    }

    @Test
    void scenarios_run_side_by_side() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> meet(both), threads);

        meet(both);
        other.get(10, TimeUnit.SECONDS);
    }

    private void meet(CyclicBarrier both) {
        Turn turn = turns.take(false);
        try {
            both.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException(alone);
        } finally {
            turn.end();
        }
    }

    @Test
    void whoever_must_be_alone_is_alone() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger disturbed = new AtomicInteger();
        CompletableFuture<?>[] all = IntStream.range(0, 2_000)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> {
                            boolean alone = i % 7 == 0;
                            Turn turn = turns.take(alone);
                            int now = inside.incrementAndGet();
                            Thread.yield();
                            if (alone && (now != 1 || inside.get() != 1)) {
                                disturbed.incrementAndGet();
                            }
                            inside.decrementAndGet();
                            turn.end();
                        },
                        threads))
                .toArray(CompletableFuture[]::new);

        CompletableFuture.allOf(all).join();
        assertThat(disturbed).hasValue(0);
    }

    @Test
    void whoever_need_not_be_alone_does_not_wait_for_one_who_waits_to_be() throws Exception {
        Turn first = turns.take(false);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> alone = CompletableFuture.runAsync(
                () -> {
                    Turn turn = turns.take(true);
                    begun.countDown();
                    turn.end();
                },
                threads);
        assertThat(begun.await(100, TimeUnit.MILLISECONDS)).isFalse();

        Turn later =
                CompletableFuture.supplyAsync(() -> turns.take(false), threads).get(10, TimeUnit.SECONDS);
        first.end();
        assertThat(begun.await(100, TimeUnit.MILLISECONDS)).isFalse();
        later.end();
        alone.get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_turn_that_is_ended_twice_ends_no_other() throws Exception {
        Turn first = turns.take(false);
        Turn second = turns.take(false);
        first.end();
        first.end();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> alone = CompletableFuture.runAsync(
                () -> {
                    Turn turn = turns.take(true);
                    begun.countDown();
                    turn.end();
                },
                threads);

        assertThat(begun.await(100, TimeUnit.MILLISECONDS)).isFalse();
        second.end();
        alone.get(10, TimeUnit.SECONDS);
    }
}
