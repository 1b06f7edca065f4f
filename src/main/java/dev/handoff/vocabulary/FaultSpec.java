package dev.handoff.vocabulary;

import java.util.List;

/**
 * A misfortune by the team's own name.
 *
 * @param sentence as written
 * @param expression the same as a Cucumber expression
 * @param does sentences of the step library, each of which makes a system misbehave; whether they do is not known here
 */
public record FaultSpec(String sentence, String expression, List<Step> does, Place place) {

    public FaultSpec {
        does = List.copyOf(does);
    }

    /** A sentence and where it stands. */
    public record Step(String text, Place place) {}
}
