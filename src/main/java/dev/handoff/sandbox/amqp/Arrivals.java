package dev.handoff.sandbox.amqp;

import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Takes what comes over a connection from the thread that reads it, with the time, and leaves what is to be done with it
 * to another thread, one after the other: how long that takes must not make the next message look later than it was. When
 * too many wait, the reading waits, too.
 */
final class Arrivals implements AutoCloseable {

    private static final int MOST_WAITING = 1000;

    private final Supplier<Instant> clock;
    private final ThreadPoolExecutor reading;

    /** What is done with one, told when it arrived. */
    @FunctionalInterface
    interface Handling {
        void handle(Instant arrived);
    }

    Arrivals(String name, Supplier<Instant> clock) {
        this.clock = clock;
        this.reading = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, name);
                    thread.setDaemon(true);
                    return thread;
                },
                Arrivals::waitForRoom);
    }

    private static void waitForRoom(Runnable task, ThreadPoolExecutor full) {
        try {
            if (full.isShutdown()) {
                giveUp(task);
            } else {
                full.getQueue().put(task);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever waits for it is told. */
    private static void giveUp(Runnable task) {
        if (task instanceof Future<?> awaited) {
            awaited.cancel(false);
        }
    }

    /** One has arrived just now. */
    void add(Handling handling) {
        Instant arrived = clock.get();
        reading.execute(() -> handling.handle(arrived));
    }

    /** Returns when all that has arrived before has been handled. */
    void drain() {
        FutureTask<Void> last = new FutureTask<>(() -> null);
        try {
            reading.execute(last);
            last.get();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (CancellationException | ExecutionException closed) {
            // then nothing is handled any more
        }
    }

    @Override
    public void close() {
        reading.shutdownNow().forEach(Arrivals::giveUp);
    }
}
