package dev.handoff.environment;

import java.util.List;

/** One life of the application, from a start to an end. */
interface Instance extends AutoCloseable {

    boolean isAlive();

    /** The last lines that it wrote since this start, at most 15. */
    List<String> lastLogLines();

    /** Ends it at once, with no time for farewells, and returns when it has ended. The log stays. */
    void kill();

    /** Asks it to end, waits up to 5 seconds, then ends it. The log stays. */
    @Override
    void close();
}
