package dev.handoff.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The latest deliveries of each effect, whoever they belong to. Bounded, so that a look across scenarios costs the same
 * in a run of any length.
 *
 * @param <D> what stands for a delivery
 */
public final class Latest<D> {

    /** How many deliveries of one effect are kept. */
    public static final int OF_EACH = 32;

    private final Map<String, Deque<D>> byEffect = new HashMap<>();

    /** Adds a delivery; the oldest of its effect gives way. What the vocabulary has no name for is not kept. */
    public void add(Captured captured, D delivery) {
        if (captured.effect() == null) {
            return;
        }
        Deque<D> latest = byEffect.computeIfAbsent(captured.effect(), none -> new ArrayDeque<>());
        if (latest.size() == OF_EACH) {
            latest.removeFirst();
        }
        latest.addLast(delivery);
    }

    /** All that are kept, in no particular order. */
    public Stream<D> all() {
        return byEffect.values().stream().flatMap(Deque::stream);
    }
}
