package dev.handoff.journal;

/** Where entries go as they are written, in the order of their indexes. */
@FunctionalInterface
public interface Sink {

    Sink NOWHERE = entry -> {};

    void write(Entry entry);
}
