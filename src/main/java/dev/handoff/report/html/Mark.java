package dev.handoff.report.html;

/**
 * Something that is drawn on a lane.
 *
 * @param from when it happened at the earliest, in seconds since the scenario's start
 * @param to when it happened at the latest, or ended
 * @param kind what many of its sort are called when they are counted
 * @param title all that is known of it in a line
 * @param named whether a finding names it
 */
record Mark(Sign sign, double from, double to, String kind, String label, String title, boolean named) {

    private static final int LONGEST = 56;

    Mark {
        label = Label.shortened(label, LONGEST);
    }

    /** Whether it should be seen even where there is no room for everything. */
    boolean matters() {
        return named || sign.matters();
    }
}
