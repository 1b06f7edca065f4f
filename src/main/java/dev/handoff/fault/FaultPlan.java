package dev.handoff.fault;

import dev.handoff.journal.Journal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults of one system, each for the deliveries of the scenario that asked for it only. Thread-safe. */
public final class FaultPlan implements Outage {

    private final String system;
    private final Journal journal;
    private final boolean shared;
    private final Map<String, List<Planned>> byScenario = new HashMap<>();

    private String everybodys;

    public FaultPlan(String system, Journal journal) {
        this(system, journal, false);
    }

    /**
     * The faults of a system.
     *
     * @param shared whether they meet the deliveries of everybody: then the scenario that plans them runs alone
     */
    public FaultPlan(String system, Journal journal, boolean shared) {
        this.system = system;
        this.journal = journal;
        this.shared = shared;
    }

    /** The scenario's next deliveries meet this fault, after those that it asked for before. */
    public synchronized void plan(String scenario, HttpFault fault) {
        byScenario.computeIfAbsent(scenario, none -> new ArrayList<>()).add(new Planned(scenario, fault));
        everybodys = shared ? scenario : null;
        journal.faultPlanned(scenario, system, fault.describe());
    }

    @Override
    public void down(String scenario) {
        plan(scenario, new IsDown());
    }

    @Override
    public synchronized void up(String scenario) {
        of(scenario).stream()
                .filter(planned -> planned.fault instanceof IsDown)
                .forEach(planned -> planned.over = true);
    }

    @Override
    public synchronized void end(String scenario) {
        byScenario.remove(scenario);
        if (scenario.equals(everybodys)) {
            everybodys = null;
        }
    }

    /** Whether no delivery can meet a fault by now. */
    public synchronized boolean isEmpty() {
        return byScenario.values().stream().flatMap(List::stream).noneMatch(Planned::isLeft);
    }

    /** The fault that a delivery meets; unless the system is shared, it belongs to exactly one scenario, or meets none. */
    public synchronized Optional<Met> meet(Collection<String> scenarios) {
        if (everybodys == null && scenarios.size() != 1) {
            return Optional.empty();
        }
        Optional<Planned> next = of(everybodys == null ? scenarios.iterator().next() : everybodys).stream()
                .filter(Planned::isLeft)
                .findFirst();
        next.ifPresent(planned -> planned.met++);
        return next.map(planned -> new Met(planned.scenario, planned.fault));
    }

    @Override
    public synchronized Collection<String> unmet(String scenario) {
        return of(scenario).stream()
                .filter(planned -> planned.met == 0)
                .map(planned -> system + " " + planned.fault.describe())
                .toList();
    }

    private List<Planned> of(String scenario) {
        return byScenario.getOrDefault(scenario, List.of());
    }

    /** Puts on record that a delivery met its fault. */
    public void fired(Met met, long captured) {
        journal.faultFired(met.scenario(), system, met.fault().describe(), captured);
    }

    /** A fault and the scenario that asked for it. */
    public record Met(String scenario, HttpFault fault) {}

    private static final class Planned {
        private final String scenario;
        private final HttpFault fault;
        private int met;
        private boolean over;

        Planned(String scenario, HttpFault fault) {
            this.scenario = scenario;
            this.fault = fault;
        }

        boolean isLeft() {
            return !over && met < fault.times();
        }
    }
}
