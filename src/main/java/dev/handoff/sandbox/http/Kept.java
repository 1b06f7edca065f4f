package dev.handoff.sandbox.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a stand-in remembers of one kind: all that a running scenario may have caused, and beside it the latest {@link
 * #LATEST}, since an application may still ask for what it did in a scenario that has ended.
 */
final class Kept<T> {

    static final int LATEST = 1_000;

    private final LongSupplier oldestNeeded;
    private final ArrayDeque<One<T>> all = new ArrayDeque<>();

    /**
     * @param oldestNeeded the index of the journal from which on a running scenario may have caused what was captured
     */
    Kept(LongSupplier oldestNeeded) {
        this.oldestNeeded = oldestNeeded;
    }

    /**
     * Keeps one more.
     *
     * @return what is kept no longer for that
     */
    synchronized List<T> add(long captured, T value) {
        all.add(new One<>(captured, value));
        if (all.size() <= LATEST) {
            return List.of();
        }
        long needed = oldestNeeded.getAsLong();
        List<T> forgotten = new ArrayList<>();
        while (all.size() > LATEST && all.peek().captured < needed) {
            forgotten.add(all.poll().value);
        }
        return forgotten;
    }

    /** All that is kept, in order. */
    synchronized List<T> all() {
        return all.stream().map(One::value).toList();
    }

    private record One<T>(long captured, T value) {}
}
