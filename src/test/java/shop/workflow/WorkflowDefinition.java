package shop.workflow;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stages of a workflow in their order. The first needs nothing: it is where every workflow begins. */
public record WorkflowDefinition(String name, List<Stage> stages) {

    /** A stage is reached when all of its steps were taken. */
    public record Stage(String name, Set<String> steps) {

        public static Stage of(String name, String... steps) {
            return new Stage(name, Set.of(steps));
        }

        /** When the last of its steps was taken, or the workflow begun if it needs none. */
        Instant reached(Instant begun, Map<String, Instant> taken) {
            return steps.stream().map(taken::get).max(Comparator.naturalOrder()).orElse(begun);
        }
    }

    /** The last stage that was reached. */
    String stageAfter(Set<String> taken) {
        String reached = "";
        for (Stage stage : stages) {
            if (taken.containsAll(stage.steps())) {
                reached = stage.name();
            }
        }
        return reached;
    }
}
