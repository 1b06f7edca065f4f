package dev.handoff.sandbox;

import dev.handoff.journal.Sight;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What captures one system's effects into the journal. */
public interface Probe extends AutoCloseable {

    /** The system's name in the vocabulary. */
    String system();

    /** What the application needs to reach the system: {@code url}, {@code host}, {@code port} … */
    Map<String, String> address();

    /**
     * Sends a canary through its own path and puts the outcome into the journal.
     *
     * @throws ProbeFailed when the canary does not arrive
     */
    void prove();

    /** How far it has seen, for a scenario. */
    Sight sight(String scenario);

    /**
     * A scenario depends on its having seen everything up to an instant that has passed. A probe that has not seen so far
     * finds out whether it would have, without keeping the caller waiting; {@link #sight} tells the outcome.
     */
    default void seeUpTo(String scenario, Instant instant) {}

    /** Whether it has to ask for what happened; what is pushed to it, it sees at once. */
    default boolean isAsking() {
        return false;
    }

    /** A scenario begins: a polled system asks for its effects from now on, with the values that it has by then. */
    default void watch(String scenario, ScenarioValues values) {}

    /** A scenario has ended. */
    default void unwatch(String scenario) {}

    /**
     * What it can prove about work that was handed over before an instant and may still be in flight; empty when it can
     * prove nothing.
     */
    default Optional<Rest> rest(Instant since) {
        return Optional.empty();
    }

    /** Publishes to the system, where that is possible: to a broker. */
    default Optional<Publisher> publisher() {
        return Optional.empty();
    }

    /** Runs statements in the system, where that is possible: in a database. */
    default Optional<Statements> statements() {
        return Optional.empty();
    }

    @Override
    void close();
}
