package dev.handoff.fault;

import java.util.Collection;

/**
 * A system that can be taken away, and given back. What a scenario takes away is away for its own deliveries only, unless
 * the system is felt by all; then that scenario runs alone.
 */
public interface Outage {

    /** The system is away from now on. */
    void down(String scenario);

    /** The system is there again. */
    void up(String scenario);

    /** The scenario is over: what it took away is given back. */
    void end(String scenario);

    /** Misbehaviours that a scenario asked for and nothing has met, in words; to be asked before the scenario is over. */
    Collection<String> unmet(String scenario);
}
