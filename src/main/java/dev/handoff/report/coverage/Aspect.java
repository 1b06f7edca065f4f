package dev.handoff.report.coverage;

import java.util.Locale;

/** What can be said of a handoff. */
public enum Aspect {
    /** In what time it gets there, or in how many attempts. */
    DELIVERY,
    /** What is answered: by the system to its deliveries, or by the application while it is done. */
    ACCEPTANCE,
    /** What it contains. */
    EFFECT,
    /** That it happens not more often than it must. */
    UNIQUENESS,
    /** What it comes before or after. */
    ORDER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
