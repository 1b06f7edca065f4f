package dev.handoff.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A question that many have at once. One asking answers all who came before it began; who comes later is answered by the
 * next. So each answer is as new as if it had been asked for alone, and no queue builds up.
 *
 * @param <A> the answer
 */
public final class SharedAnswer<A> {

    private final Supplier<A> question;
    private final Object asking = new Object();
    private CompletableFuture<A> next = new CompletableFuture<>();

    public SharedAnswer(Supplier<A> question) {
        this.question = question;
    }

    /**
     * An answer to a question that was asked after this call began.
     *
     * @throws RuntimeException what the question threw
     */
    public A get() {
        CompletableFuture<A> mine = joined();
        synchronized (asking) {
            if (isMineToAsk(mine)) {
                try {
                    mine.complete(question.get());
                } catch (RuntimeException failed) {
                    mine.completeExceptionally(failed);
                }
            }
        }
        try {
            return mine.join();
        } catch (CompletionException failed) {
            throw (RuntimeException) failed.getCause();
        }
    }

    private synchronized CompletableFuture<A> joined() {
        return next;
    }

    private synchronized boolean isMineToAsk(CompletableFuture<A> mine) {
        if (mine != next) {
            return false;
        }
        next = new CompletableFuture<>();
        return true;
    }
}
