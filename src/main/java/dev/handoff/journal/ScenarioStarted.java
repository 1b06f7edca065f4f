package dev.handoff.journal;

import java.time.Instant;
import java.util.List;

/**
 * A scenario began, and with it the watching.
 *
 * @param scenario its correlation ID
 * @param feature the feature file
 * @param line of the scenario
 * @param tracers values that the scenario may plant in business fields and that nobody else uses
 */
public record ScenarioStarted(
        long index, Instant at, String scenario, String name, String feature, int line, List<String> tracers)
        implements Entry {
    public ScenarioStarted {
        tracers = List.copyOf(tracers);
    }
}
