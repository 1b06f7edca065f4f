package dev.handoff.journal;

/** Where entries go as they are written, in the order of their indexes. */
@FunctionalInterface
public interface Sink {

    Sink NOWHERE = entry -> {};

    void write(Entry entry);

    /** A delivery of which it is final that no scenario was judged by it. */
    default void leftOver(Leftover leftover) {}
}
