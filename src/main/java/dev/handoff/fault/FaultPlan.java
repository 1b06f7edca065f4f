package dev.handoff.fault;

import dev.handoff.journal.Journal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** The faults of one system, each for the deliveries of the scenario that asked for it only. Thread-safe. */
public final class FaultPlan {

    private final String system;
    private final Journal journal;
    private final boolean shared;
    private final Map<String, Queue<Planned>> byScenario = new HashMap<>();

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
        byScenario.computeIfAbsent(scenario, none -> new ArrayDeque<>()).add(new Planned(scenario, fault));
        everybodys = shared ? scenario : null;
        journal.faultPlanned(scenario, system, fault.describe());
    }

    /** The scenario is over: what is left of its faults meets nobody else. */
    public synchronized void end(String scenario) {
        if (scenario.equals(everybodys)) {
            everybodys = null;
        }
    }

    /** Whether no delivery can meet a fault by now. */
    public synchronized boolean isEmpty() {
        return byScenario.values().stream().allMatch(Queue::isEmpty);
    }

    /** The fault that a delivery meets; unless the system is shared, it belongs to exactly one scenario, or meets none. */
    public synchronized Optional<Met> meet(Collection<String> scenarios) {
        if (everybodys == null && scenarios.size() != 1) {
            return Optional.empty();
        }
        Queue<Planned> queue =
                byScenario.get(everybodys == null ? scenarios.iterator().next() : everybodys);
        if (queue == null || queue.isEmpty()) {
            return Optional.empty();
        }
        Planned planned = queue.peek();
        planned.left--;
        if (planned.left == 0) {
            queue.poll();
        }
        return Optional.of(new Met(planned.scenario, planned.fault));
    }

    /** The faults of a scenario that have met nothing. */
    public synchronized Collection<String> unmet(String scenario) {
        return byScenario.getOrDefault(scenario, new ArrayDeque<>()).stream()
                .filter(planned -> planned.left == planned.fault.times())
                .map(planned -> system + " " + planned.fault.describe())
                .toList();
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
        private int left;

        Planned(String scenario, HttpFault fault) {
            this.scenario = scenario;
            this.fault = fault;
            this.left = fault.times();
        }
    }
}
