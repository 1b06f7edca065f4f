package dev.handoff.steps;

import dev.handoff.vocabulary.FaultSpec;
import io.cucumber.core.backend.Lookup;
import io.cucumber.core.backend.ParameterInfo;
import io.cucumber.core.backend.StepDefinition;
import java.util.List;

/** A misfortune of the vocabulary as a step definition. */
final class FaultSentence implements StepDefinition {

    private final FaultSpec fault;
    private final Lookup lookup;

    FaultSentence(FaultSpec fault, Lookup lookup) {
        this.fault = fault;
        this.lookup = lookup;
    }

    @Override
    public void execute(Object[] arguments) {
        World world = lookup.getInstance(World.class);
        for (FaultSpec.Step step : fault.does()) {
            Runs.library().own(step.text()).orElseThrow().execute(world, null);
        }
    }

    @Override
    public List<ParameterInfo> parameterInfos() {
        return List.of();
    }

    @Override
    public String getPattern() {
        return fault.expression();
    }

    @Override
    public boolean isDefinedAt(StackTraceElement element) {
        return false;
    }

    @Override
    public String getLocation() {
        return fault.place().fileAndLine();
    }
}
