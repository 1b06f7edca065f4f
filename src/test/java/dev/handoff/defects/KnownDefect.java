package dev.handoff.defects;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A defect of Shop and what must catch it.
 *
 * @param workflow as Shop calls it
 * @param caughtBy the scenario that names the broken handoff
 * @param foundAs kind and subject of its finding, as printed
 * @param alsoRed further scenarios that turn red, each with its finding
 * @param alone whether no other defect may be in the same run
 * @param whyInconclusive why no sharper kind can name it; empty when a sharper one does
 */
public record KnownDefect(
        String name,
        String workflow,
        String caughtBy,
        String foundAs,
        Map<String, String> alsoRed,
        boolean alone,
        String whyInconclusive) {

    /** Stands for the finding of a scenario that has none, since one of its actions is not possible any more. */
    public static final String CANNOT_GO_ON = "cannot go on";

    public KnownDefect {
        alsoRed = Collections.unmodifiableMap(new TreeMap<>(alsoRed));
    }

    /** Every scenario that turns red, with its finding. */
    public Map<String, String> red() {
        Map<String, String> red = new TreeMap<>(alsoRed);
        red.put(caughtBy, foundAs);
        return red;
    }

    /** Whether what the one breaks is told apart from what the other breaks when both are in one run. */
    boolean goesWith(KnownDefect other) {
        Set<String> common = new TreeSet<>(red().keySet());
        common.retainAll(other.red().keySet());
        return !alone && !other.alone && !workflow.equals(other.workflow) && common.isEmpty();
    }
}
