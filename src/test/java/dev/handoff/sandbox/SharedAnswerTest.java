package dev.handoff.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One asking answers all who came before it began, and nobody who came after. */
@Timeout(20)
class SharedAnswerTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final SharedAnswer<Integer> answer = new SharedAnswer<>(this::ask);
    private final List<Thread> threads = new ArrayList<>();
    private final Executor ownThread = task -> {
        Thread thread = new Thread(task);
        threads.add(thread);
        thread.start();
    };

    private int ask() {
        int mine = asked.incrementAndGet();
        if (mine == 1) {
            underWay.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
        return mine;
    }

    @Test
    void whoComesWhileAQuestionIsUnderWayIsAnsweredByTheNextAllTogether() throws InterruptedException {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(answer::get, ownThread);
        underWay.await();
        List<CompletableFuture<Integer>> later = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            later.add(CompletableFuture.supplyAsync(answer::get, ownThread));
        }
        Awaitility.await().until(() -> threads.stream().skip(1).allMatch(t -> t.getState() == Thread.State.BLOCKED));

        mayEnd.countDown();

        assertThat(first.join()).isEqualTo(1);
        assertThat(later).allSatisfy(one -> assertThat(one.join()).isEqualTo(2));
        assertThat(asked).hasValue(2);
    }

    @Test
    void eachCallAloneAsksAnew() {
        mayEnd.countDown();

        assertThat(List.of(answer.get(), answer.get(), answer.get())).containsExactly(1, 2, 3);
    }

    @Test
    void aFailureIsThrownAndTheNextCallAsksAgain() {
        AtomicInteger calls = new AtomicInteger();
        SharedAnswer<String> failing = new SharedAnswer<>(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("no broker");
            }
            return "here";
        });

        assertThatThrownBy(failing::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no broker");
        assertThat(failing.get()).isEqualTo("here");
    }
}
