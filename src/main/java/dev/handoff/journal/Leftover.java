package dev.handoff.journal;

import java.util.List;

/**
 * A delivery that no scenario was judged by, once that is final.
 *
 * @param changes what it became, as far as that is on record
 * @param scenarios the names of the scenarios that it fits, in the order of the claims
 */
public record Leftover(Captured captured, List<Changed> changes, Why why, List<Claim> claims, List<String> scenarios) {

    public Leftover {
        changes = List.copyOf(changes);
        claims = List.copyOf(claims);
        scenarios = List.copyOf(scenarios);
    }

    /** Why nobody was judged by it. */
    public enum Why {
        FITS_NONE,
        FITS_SEVERAL,
        CAME_AFTER_THE_END,
        /** Only counted: it is in that run's report. */
        OF_ANOTHER_RUN
    }
}
