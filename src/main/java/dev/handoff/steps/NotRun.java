package dev.handoff.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** The scenarios that were selected and could not be run in this environment. */
final class NotRun {

    private static final List<String> REASONS = new ArrayList<>();

    private NotRun() {}

    /**
     * Passes a scenario over when this environment cannot run it.
     *
     * @throws TestAbortedException with the reasons, so that the scenario counts as skipped
     */
    static void passOver(Rehearsed scenario) {
        if (scenario.notHere().isEmpty()) {
            return;
        }
        String reason = String.join("\n", scenario.notHere());
        synchronized (REASONS) {
            REASONS.add(reason);
        }
        throw new TestAbortedException("not run in the environment " + Settings.environment() + ": " + reason);
    }

    static int count() {
        synchronized (REASONS) {
            return REASONS.size();
        }
    }

    /** What was passed over, and why; empty when all was run. Begins anew afterwards. */
    static String summary() {
        synchronized (REASONS) {
            if (REASONS.isEmpty()) {
                return "";
            }
            String all = REASONS.stream().sorted().collect(Collectors.joining("\n"));
            String count = REASONS.size() == 1 ? "1 scenario was" : REASONS.size() + " scenarios were";
            REASONS.clear();
            return "%s not run, because the environment %s cannot do what they need:%n%s"
                    .formatted(count, Settings.environment(), all.indent(2).stripTrailing());
        }
    }
}
