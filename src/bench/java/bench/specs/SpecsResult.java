package bench.specs;

import java.util.List;

/**
 * What one JVM says about the specs that it ran.
 *
 * @param startSeconds from the start of the JVM to the first scenario
 * @param wallSeconds from the start of the first scenario to the end of the last
 * @param startCpuSeconds user and system time of the process up to the first scenario
 * @param cpuSeconds user and system time of the process from its start to its end
 */
public record SpecsResult(
        double startSeconds,
        double wallSeconds,
        double startCpuSeconds,
        double cpuSeconds,
        List<ScenarioResult> scenarios) {

    /**
     * One scenario.
     *
     * @param lastStepMicros when its last step had its verdict, in microseconds since 1970
     */
    public record ScenarioResult(String name, boolean green, long startMicros, long lastStepMicros) {}

    public List<String> red() {
        return scenarios.stream()
                .filter(scenario -> !scenario.green())
                .map(ScenarioResult::name)
                .toList();
    }
}
