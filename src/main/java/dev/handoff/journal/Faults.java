package dev.handoff.journal;

import java.util.List;

/**
 * Enters the misbehaviours that scenarios plan, and what became of them.
 *
 * <p>Not thread-safe: the journal calls it under its own lock.
 */
final class Faults {

    private final Scenarios scenarios;

    Faults(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    void planned(String scenario, String system, String fault) {
        scenarios.add(scenario, stamp -> new FaultPlanned(stamp.index(), stamp.at(), scenario, system, fault));
    }

    void fired(String scenario, String system, String fault, long captured) {
        scenarios.add(scenario, stamp -> new FaultFired(stamp.index(), stamp.at(), scenario, system, fault, captured));
    }

    /** They took place at a delivery. */
    void met(List<FaultMet> faults, Captured by) {
        for (FaultMet met : faults) {
            scenarios.add(
                    met.scenario(),
                    stamp -> new FaultFired(
                            stamp.index(),
                            stamp.at(),
                            met.scenario(),
                            by.system(),
                            met.fault(),
                            by.index(),
                            met.held()));
        }
    }

    /** An exchange that one held open has ended. */
    void exchangeEnded(String scenario, String system, long captured, boolean answered, String how) {
        scenarios.add(
                scenario,
                stamp -> new ExchangeEnded(stamp.index(), stamp.at(), scenario, system, captured, answered, how));
    }
}
