package dev.handoff.report.coverage;

import dev.handoff.expectation.Outcome;
import dev.handoff.expectation.Statement;
import java.util.List;
import java.util.Set;

/**
 * A scenario that has run.
 *
 * @param feature the title of its feature
 * @param outcome MET when it passed, VIOLATED when an expectation failed it, INCONCLUSIVE when anything else did
 * @param stated what was judged in it; what stands after a step that failed was not
 */
public record Ran(String feature, String name, Set<IntegrationPoint> points, Outcome outcome, List<Statement> stated) {
    public Ran {
        points = Set.copyOf(points);
        stated = List.copyOf(stated);
    }
}
