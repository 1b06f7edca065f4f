package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ArrivalsTest {

    private final AtomicLong time = new AtomicLong();
    private final Arrivals arrivals = new Arrivals("arrivals", () -> Instant.ofEpochSecond(time.get()));

    @AfterEach
    void close() {
        arrivals.close();
    }

    @Test
    void whatArrivesHasTheTimeOfItsArrivalHoweverLongTheOneBeforeTakes() {
        CountDownLatch allArrived = new CountDownLatch(1);
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        for (int i = 1; i <= 3; i++) {
            time.set(i);
            arrivals.add(arrived -> {
                await(allArrived);
                times.add(arrived.getEpochSecond());
            });
        }
        time.set(99);
        allArrived.countDown();
        arrivals.drain();

        assertThat(times).containsExactly(1L, 2L, 3L);
    }

    @Test
    void nothingIsLostOrMovedWhenMoreArriveThanMayWait() {
        List<Integer> handled = new ArrayList<>();
        IntStream.range(0, 5000).forEach(i -> arrivals.add(arrived -> handled.add(i)));
        arrivals.drain();

        assertThat(handled).isEqualTo(IntStream.range(0, 5000).boxed().toList());
    }

    @Test
    void drainingReturnsWhenNothingIsHandledAnyMore() {
        arrivals.close();

        arrivals.drain();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
