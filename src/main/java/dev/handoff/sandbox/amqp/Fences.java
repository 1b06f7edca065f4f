package dev.handoff.sandbox.amqp;

import dev.handoff.sandbox.ProbeFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * How far a tap has seen: once a fence has come back, everything that the broker had confirmed before the fence left has
 * been seen. Thread-safe.
 */
final class Fences {

    private final Supplier<Instant> clock;
    private final TreeMap<Long, Fence> underWay = new TreeMap<>();
    private long last;
    private Instant seenUpTo;
    private Instant boundAt;

    Fences(Supplier<Instant> clock) {
        this.clock = clock;
        this.boundAt = clock.get();
    }

    /** A fence that is to leave now. */
    synchronized Fence next() {
        Fence fence = new Fence(++last, clock.get(), new CompletableFuture<>());
        underWay.put(fence.number(), fence);
        return fence;
    }

    synchronized boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    synchronized int underWay() {
        return underWay.size();
    }

    /** How long the oldest fence has been on its way. */
    synchronized Duration waiting() {
        return underWay.isEmpty()
                ? Duration.ZERO
                : Duration.between(underWay.firstEntry().getValue().left(), clock.get());
    }

    /** A fence has come back, and so have all before it; empty when it is none of this session. */
    synchronized Optional<Fence> arrived(long number) {
        Fence fence = underWay.get(number);
        if (fence == null) {
            return Optional.empty();
        }
        underWay.headMap(number, true).values().forEach(each -> each.back().complete(null));
        underWay.headMap(number, true).clear();
        seenUpTo = fence.left();
        return Optional.of(fence);
    }

    /** A fence has not left. */
    synchronized void withdraw(Fence fence) {
        underWay.remove(fence.number());
        fence.back().completeExceptionally(new ProbeFailed("the connection to the broker is lost"));
    }

    /** What is under way will not come back. */
    synchronized void lost(String reason) {
        underWay.values().forEach(fence -> fence.back().completeExceptionally(new ProbeFailed(reason)));
        underWay.clear();
    }

    /** The tap is being bound: what it gets from now on was published after this. */
    synchronized void binding() {
        boundAt = clock.get();
    }

    /** Up to when everything was seen; null before a fence has come back. */
    synchronized Instant seenUpTo() {
        return seenUpTo;
    }

    /** What comes now was published after this. */
    synchronized Instant publishedAfter() {
        return seenUpTo == null || seenUpTo.isBefore(boundAt) ? boundAt : seenUpTo;
    }

    /** One fence. */
    record Fence(long number, Instant left, CompletableFuture<Void> back) {}
}
