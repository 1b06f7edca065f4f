package dev.handoff.report.coverage;

import dev.handoff.expectation.Outcome;
import java.util.Collection;
import java.util.List;

/**
 * What the scenarios of a run speak of.
 *
 * @param handoffs those that no scenario speaks of come first
 * @param cutShort how many scenarios did not pass, so that what they state further on was not judged
 */
public record Coverage(Share share, List<PointsOfFeature> points, List<Handoff> handoffs, int cutShort) {

    public Coverage {
        points = List.copyOf(points);
        handoffs = List.copyOf(handoffs);
    }

    /** Of the effects of a vocabulary and the scenarios that have run. */
    public static Coverage of(Share share, Collection<String> effects, Collection<Ran> scenarios) {
        long cutShort =
                scenarios.stream().filter(ran -> ran.outcome() != Outcome.MET).count();
        return new Coverage(share, PointsOfFeature.of(scenarios), Handoff.of(effects, scenarios), (int) cutShort);
    }

    /** Whether what nobody says is missing: all scenarios ran, and each to its end. */
    public boolean showsHoles() {
        return share.isWhole() && cutShort == 0;
    }

    /** The handoffs that no scenario speaks of. */
    public List<Handoff> silent() {
        return handoffs.stream().filter(handoff -> !handoff.spokenOf()).toList();
    }

    /** The handoffs that some scenario speaks of, but none specifies an aspect of. */
    public List<Handoff> without(Aspect aspect) {
        return handoffs.stream()
                .filter(handoff ->
                        handoff.spokenOf() && handoff.specifiedBy(aspect).isEmpty())
                .toList();
    }
}
