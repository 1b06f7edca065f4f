package dev.handoff.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything {@code handoff.yaml} says, checked: each reference leads somewhere, each effect is recorded by exactly one
 * system, each sentence is a valid Cucumber expression.
 *
 * @param systems by name, in the order of the file
 * @param actions in the order of the file
 * @param approvals by name, in the order of the file
 * @param workflows by name, in the order of the file
 * @param contracts of the payloads of those effects that have one, by effect, in the order of the file
 * @param faults in the order of the file
 */
public record Vocabulary(
        Application application,
        Correlation correlation,
        Defaults defaults,
        Map<String, SystemSpec> systems,
        List<ActionSpec> actions,
        Map<String, ApprovalSpec> approvals,
        Map<String, WorkflowSpec> workflows,
        Map<String, ContractSpec> contracts,
        List<FaultSpec> faults) {

    public Vocabulary {
        systems = Ordered.copyOf(systems);
        actions = List.copyOf(actions);
        approvals = Ordered.copyOf(approvals);
        workflows = Ordered.copyOf(workflows);
        contracts = Ordered.copyOf(contracts);
        faults = List.copyOf(faults);
    }

    /** A vocabulary without approvals, contracts and faults. */
    public Vocabulary(
            Application application,
            Correlation correlation,
            Defaults defaults,
            Map<String, SystemSpec> systems,
            List<ActionSpec> actions,
            Map<String, WorkflowSpec> workflows) {
        this(application, correlation, defaults, systems, actions, Map.of(), workflows, Map.of(), List.of());
    }

    /** Every effect that some system records, in the order of the file. */
    public List<String> effects() {
        return systems.values().stream()
                .flatMap(system -> system.effects().stream())
                .distinct()
                .toList();
    }

    /** The effects that are messages of a broker. */
    public List<String> events() {
        return systems.values().stream()
                .filter(SystemSpec::isBroker)
                .flatMap(system -> system.effects().stream())
                .distinct()
                .toList();
    }

    /** The names of the values by which systems are asked for effects. */
    public Set<String> askedBy() {
        return effects().stream().flatMap(effect -> askedBy(effect).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the values by which a system is asked for an effect; none where it is not asked. */
    public List<String> askedBy(String effect) {
        SystemSpec system = recorderOf(effect).orElseThrow();
        if (system instanceof SystemSpec.Sql sql) {
            return sql.records().get(effect).parameters();
        }
        return system instanceof SystemSpec.Poll poll
                ? poll.records().get(effect).listing().request().parameters()
                : List.of();
    }

    /** The system that records an effect. */
    public Optional<SystemSpec> recorderOf(String effect) {
        return systems.values().stream()
                .filter(system -> system.effects().contains(effect))
                .findFirst();
    }
}
