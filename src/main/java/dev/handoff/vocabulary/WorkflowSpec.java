package dev.handoff.vocabulary;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the business depends on: a workflow's contract.
 *
 * @param beginsWith the beginning of the sentence that starts it
 * @param promises how often each effect must happen
 * @param within how long it may take
 * @param owner the team that answers for it
 * @param changesWith globs of the files whose change puts it at risk
 */
public record WorkflowSpec(
        String name,
        Optional<String> beginsWith,
        Map<String, Integer> promises,
        Optional<Duration> within,
        Optional<String> owner,
        List<String> changesWith) {
    public WorkflowSpec {
        promises = Ordered.copyOf(promises);
        changesWith = List.copyOf(changesWith);
    }
}
