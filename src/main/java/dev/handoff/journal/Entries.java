package dev.handoff.journal;

import java.util.function.Function;

/**
 * The entries of a run, one after the other. Nothing else gives an entry its index and its time; each is written to the
 * sink before anyone can see it.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Entries {

    private final Sink sink;
    private final RunClock clock;
    private long last;

    Entries(Sink sink, RunClock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    <E extends Entry> E write(Function<Stamp, E> entry) {
        E written = entry.apply(new Stamp(++last, clock.now()));
        sink.write(written);
        return written;
    }

    /** The index of the latest entry. */
    long last() {
        return last;
    }

    /** This moment, at the latest entry. */
    Stamp now() {
        return new Stamp(last, clock.now());
    }
}
