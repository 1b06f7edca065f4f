package dev.handoff.fault;

/** A misbehaviour of a system that is reached over HTTP. */
public interface HttpFault {

    /** As reports call it: {@code answers 503}. */
    String describe();

    /** How many requests it meets. */
    int times();

    /** What is answered instead. */
    Answer answer();
}
