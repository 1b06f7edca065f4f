package dev.handoff.fault;

import dev.handoff.journal.FaultMet;
import dev.handoff.journal.Journal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
        List<Planned> planned = byScenario.computeIfAbsent(scenario, none -> new ArrayList<>());
        planned.add(new Planned(fault));
        planned.sort(Comparator.comparingInt(one -> one.isOutage() ? 0 : 1));
        everybodys = shared ? scenario : null;
        journal.faultPlanned(scenario, system, fault.describe());
    }

    @Override
    public void down(String scenario) {
        plan(scenario, new IsDown());
    }

    @Override
    public synchronized void up(String scenario) {
        of(scenario).stream().filter(Planned::isOutage).forEach(planned -> planned.over = true);
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

    /**
     * The faults that a request meets.
     *
     * @param scenarios that it fits; unless the system is shared, it belongs to exactly one, or meets no fault
     */
    public synchronized Optional<Met> meet(Collection<String> scenarios, Arrival request) {
        return whose(scenarios).flatMap(scenario -> meet(scenario, of(scenario), request));
    }

    /** The same of a request that the system has no end point for: it meets nothing but an outage. */
    public synchronized Optional<Met> meetOutage(Collection<String> scenarios, Arrival request) {
        return whose(scenarios)
                .flatMap(scenario -> meet(
                        scenario,
                        of(scenario).stream().filter(Planned::isOutage).toList(),
                        request));
    }

    private Optional<String> whose(Collection<String> scenarios) {
        if (everybodys != null) {
            return Optional.of(everybodys);
        }
        return scenarios.size() == 1 ? Optional.of(scenarios.iterator().next()) : Optional.empty();
    }

    private static Optional<Met> meet(String scenario, List<Planned> planned, Arrival request) {
        List<HttpFault> faults = new ArrayList<>();
        Treatment treatment = Treatment.NONE;
        for (Planned decisive : planned) {
            Optional<Treatment> met = decisive.fault.isDecisive() ? decisive.meet(request) : Optional.empty();
            if (met.isPresent()) {
                treatment = met.get();
                faults.add(decisive.fault);
                break;
            }
        }
        for (Planned further : planned) {
            boolean matters =
                    !further.fault.isDecisive() && (treatment.takenIn() || further.fault instanceof TakesTime);
            Optional<Treatment> met = matters ? further.meet(request) : Optional.empty();
            if (met.isPresent()) {
                treatment = treatment.and(met.get());
                faults.add(further.fault);
            }
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(new Met(scenario, faults, treatment));
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

    /**
     * What a request met.
     *
     * @param scenario that asked for it
     */
    public record Met(String scenario, List<HttpFault> faults, Treatment treatment) {

        public Met {
            faults = List.copyOf(faults);
        }

        /** As it is put on record with the delivery. */
        public List<FaultMet> onRecord() {
            return faults.stream()
                    .map(fault ->
                            new FaultMet(scenario, fault.describe(), treatment.isHeld() || fault instanceof Bounces))
                    .toList();
        }

        /** What sends the mail back, if it is one that comes back. */
        public Optional<Bounces> bounces() {
            return faults.stream()
                    .filter(Bounces.class::isInstance)
                    .map(Bounces.class::cast)
                    .findFirst();
        }
    }

    private static final class Planned {
        private final HttpFault fault;
        private int met;
        private boolean over;

        Planned(HttpFault fault) {
            this.fault = fault;
        }

        boolean isOutage() {
            return fault instanceof IsDown;
        }

        boolean isLeft() {
            return !over && met < fault.times();
        }

        Optional<Treatment> meet(Arrival request) {
            Optional<Treatment> treatment = isLeft() ? fault.meet(request) : Optional.empty();
            treatment.ifPresent(one -> met++);
            return treatment;
        }
    }
}
