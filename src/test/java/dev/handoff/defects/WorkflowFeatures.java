package dev.handoff.defects;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** In which features a workflow is specified: those with a scenario that the catalogue names for one of its defects. */
public final class WorkflowFeatures {

    private final Map<String, String> featureOf;
    private final Map<String, Set<String>> ofWorkflow;

    /**
     * Of a catalogue.
     *
     * @param featureOf the feature of each scenario
     */
    public WorkflowFeatures(List<KnownDefect> catalogue, Map<String, String> featureOf) {
        this.featureOf = featureOf;
        this.ofWorkflow = catalogue.stream()
                .collect(Collectors.groupingBy(
                        KnownDefect::workflow,
                        Collectors.mapping(
                                defect -> featureOf.getOrDefault(defect.caughtBy(), ""), Collectors.toSet())));
    }

    /** Those of some scenarios that are about the workflow of a defect, or that it is known to turn red elsewhere. */
    public Map<String, String> of(KnownDefect defect, Map<String, String> failed) {
        Map<String, String> own = new TreeMap<>(failed);
        own.keySet()
                .removeIf(scenario -> !defect.red().containsKey(scenario)
                        && !ofWorkflow.get(defect.workflow()).contains(featureOf.getOrDefault(scenario, "?")));
        return own;
    }
}
