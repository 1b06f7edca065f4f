package dev.handoff.sandbox;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Entry;
import dev.handoff.journal.Sink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Keeps what a journal writes, for tests to look at and wait for. */
public final class Written implements Sink {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void write(Entry entry) {
        entries.add(entry);
    }

    public <E extends Entry> List<E> all(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Captured> captured() {
        return all(Captured.class);
    }

    /** The only capture. */
    public Captured capture() {
        List<Captured> captured = captured();
        if (captured.size() != 1) {
            throw new AssertionError("not one capture but " + captured);
        }
        return captured.get(0);
    }

    /** Waits for so many captures. */
    public List<Captured> captured(int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> captured().size() >= count);
        return captured();
    }

    /** Waits for an entry. */
    public <E extends Entry> E await(Class<E> kind, Predicate<E> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> all(kind).stream().filter(wanted).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }
}
