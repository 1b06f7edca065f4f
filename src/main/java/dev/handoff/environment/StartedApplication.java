package dev.handoff.environment;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The application that Handoff has started, and can end and start again: at the same address, with the same environment. */
public final class StartedApplication implements AutoCloseable {

    private final Supplier<? extends Instance> start;
    private Instance instance;
    private CompletableFuture<String> returning = CompletableFuture.completedFuture("");
    private boolean closed;

    StartedApplication(Supplier<? extends Instance> start) {
        this.start = start;
        this.instance = start.get();
    }

    /**
     * Asks it to end, starts it again, and returns when it is ready.
     *
     * @return what was done, in words
     * @throws EnvironmentFailed when it does not start
     */
    public String restart() {
        awaitReady();
        instance().close();
        returns("restarted", done -> {});
        return awaitReady();
    }

    /**
     * Ends it at once, as {@code kill -9} does, and returns when it has ended. It is being started again meanwhile.
     *
     * @param whenReady told what was done, in words, while it still counts as away
     */
    public synchronized void kill(Consumer<String> whenReady) {
        instance.kill();
        returns("killed and started again", whenReady);
    }

    private synchronized void returns(String done, Consumer<String> whenReady) {
        long from = System.nanoTime();
        returning = CompletableFuture.supplyAsync(() -> {
            replace(start.get());
            String words = String.format(Locale.ROOT, "%s, ready after %.1f s", done, (System.nanoTime() - from) / 1e9);
            whenReady.accept(words);
            return words;
        });
    }

    private synchronized void replace(Instance next) {
        instance = next;
        if (closed) {
            next.close();
        }
    }

    /**
     * Waits until it is ready again if it was ended.
     *
     * @return what was done to it last, in words
     * @throws EnvironmentFailed when it does not start, or has ended by itself
     */
    public String awaitReady() {
        try {
            String done = returning().join();
            Instance now = instance();
            if (!now.isAlive()) {
                throw new EnvironmentFailed(
                        "The application has ended during the run.\n" + String.join("\n", now.lastLogLines()));
            }
            return done;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof EnvironmentFailed known
                    ? new EnvironmentFailed(known.getMessage())
                    : failed;
        }
    }

    /** Why it cannot be at rest, if it is not there. */
    public Optional<String> absence() {
        CompletableFuture<String> now = returning();
        if (!now.isDone()) {
            return Optional.of("the application was ended and is not ready again");
        }
        return now.isCompletedExceptionally() || !instance().isAlive()
                ? Optional.of("the application has ended")
                : Optional.empty();
    }

    private synchronized CompletableFuture<String> returning() {
        return returning;
    }

    private synchronized Instance instance() {
        return instance;
    }

    @Override
    public synchronized void close() {
        closed = true;
        instance.close();
    }
}
