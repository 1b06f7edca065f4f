package dev.handoff.run;

import dev.handoff.action.ActionFailed;
import dev.handoff.environment.Environment;
import dev.handoff.fault.FaultPlan;
import dev.handoff.fault.HttpFault;
import dev.handoff.fault.Outage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How systems misbehave towards one scenario. */
final class Misbehaviours {

    private final String scenario;
    private final Environment environment;
    private List<String> unmet = List.of();

    Misbehaviours(String scenario, Environment environment) {
        this.scenario = scenario;
        this.environment = environment;
    }

    /**
     * Makes a system misbehave.
     *
     * @throws ActionFailed when Handoff does not serve it
     */
    void plan(String system, HttpFault fault) {
        FaultPlan plan = environment.faults().get(system);
        if (plan == null) {
            throw new ActionFailed(
                    "only a system of type http or mail can be told what to answer; " + system + " is of another type");
        }
        plan.plan(scenario, fault);
    }

    /**
     * A system is away from now on.
     *
     * @throws ActionFailed when it cannot be taken away
     */
    void takeDown(String system) {
        outage(system).down(scenario);
    }

    void bringBack(String system) {
        outage(system).up(scenario);
    }

    private Outage outage(String system) {
        return Optional.ofNullable(environment.outages().get(system))
                .orElseThrow(() -> new ActionFailed(system + " cannot be taken down: Handoff does not serve it"));
    }

    /** The scenario is over: all systems behave again. */
    void end() {
        unmet = all().flatMap(outage -> outage.unmet(scenario).stream()).toList();
        all().forEach(outage -> outage.end(scenario));
    }

    private Stream<Outage> all() {
        return Stream.<Outage>concat(environment.faults().values().stream(), environment.outages().values().stream())
                .distinct();
    }

    /** What met nothing; known at the end. */
    List<String> unmet() {
        return unmet;
    }
}
