package dev.handoff.report.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Coverage in words. */
public final class CoverageText {

    private static final int NAMED = 6;

    private CoverageText() {}

    /** A few lines for the end of a run: what is not specified, or why that is not known. */
    public static String summary(Coverage coverage) {
        String handoffs = handoffs(coverage.handoffs().size());
        if (!coverage.showsHoles()) {
            return handoffs + "; what nobody specifies is not told: " + reservation(coverage);
        }
        List<String> lines = new ArrayList<>();
        if (!coverage.silent().isEmpty()) {
            lines.add("no scenario speaks of " + names(coverage.silent()));
        }
        for (Aspect aspect : Aspect.values()) {
            List<Handoff> without = coverage.without(aspect);
            if (!without.isEmpty()) {
                lines.add("without " + aspect.word() + " " + names(without));
            }
        }
        return lines.isEmpty()
                ? handoffs + ", each with delivery, acceptance, effect, uniqueness and order specified"
                : handoffs + "\n  " + String.join("\n  ", lines);
    }

    /** Why a hole may be none; empty when all scenarios ran to their end. */
    public static String reservation(Coverage coverage) {
        List<String> reasons = new ArrayList<>();
        if (!coverage.share().isWhole()) {
            reasons.add(coverage.share().words());
        }
        if (coverage.cutShort() > 0) {
            reasons.add(coverage.cutShort() + (coverage.cutShort() == 1 ? " scenario" : " scenarios")
                    + " did not pass, and what stands after the failed step was not judged");
        }
        return String.join("; ", reasons);
    }

    private static String handoffs(int count) {
        return count + (count == 1 ? " handoff" : " handoffs");
    }

    private static String names(List<Handoff> some) {
        return some.size() + ": "
                + some.stream().limit(NAMED).map(Handoff::effect).collect(Collectors.joining(", "))
                + (some.size() > NAMED ? " and " + (some.size() - NAMED) + " more" : "");
    }

    /** Everything, as text. */
    public static String whole(Coverage coverage) {
        List<String> lines = new ArrayList<>();
        String reservation = reservation(coverage);
        if (!reservation.isEmpty()) {
            lines.add(reservation + "\n");
        }
        lines.add("Integration points\n");
        for (PointsOfFeature feature : coverage.points()) {
            lines.add(feature.feature());
            for (IntegrationPoint point : IntegrationPoint.values()) {
                lines.add("  " + point.words() + ": " + feature.words(point));
            }
            lines.add("  without a point: " + feature.untagged());
        }
        lines.add("\nHandoffs\n");
        for (Handoff handoff : coverage.handoffs()) {
            lines.add(handoff.effect() + (handoff.spokenOf() ? "" : ": no scenario " + ran(coverage) + "speaks of it"));
            if (handoff.spokenOf()) {
                for (Aspect aspect : Aspect.values()) {
                    lines.add("  " + aspect.word() + ": " + specified(handoff, aspect, coverage));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /** Who specifies an aspect, or that nobody does, or that none that ran does. */
    private static String specified(Handoff handoff, Aspect aspect, Coverage coverage) {
        List<String> scenarios = handoff.specifiedBy(aspect);
        return scenarios.isEmpty()
                ? "by no scenario" + (coverage.showsHoles() ? "" : " that ran")
                : String.join("; ", scenarios);
    }

    private static String ran(Coverage coverage) {
        return coverage.showsHoles() ? "" : "that ran ";
    }
}
