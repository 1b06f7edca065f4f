package dev.handoff.sandbox;

import java.util.List;

/** Runs statements in a database that probes only read. */
public interface Statements {

    /**
     * Runs one statement by itself, and commits it.
     *
     * @param statement as JDBC wants it
     * @param values of its parameters, in order
     * @return what became of it, in words
     * @throws ProbeFailed when the database refuses it or cannot be reached
     */
    String run(String statement, List<Object> values);
}
