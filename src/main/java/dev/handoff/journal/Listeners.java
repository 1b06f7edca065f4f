package dev.handoff.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is told of each delivery. Thread-safe; told outside of the journal's lock. */
final class Listeners {

    private final List<Consumer<Captured>> all = new CopyOnWriteArrayList<>();

    void add(Consumer<Captured> listener) {
        all.add(listener);
    }

    void remove(Consumer<Captured> listener) {
        all.remove(listener);
    }

    void tell(Captured captured) {
        all.forEach(listener -> listener.accept(captured));
    }
}
