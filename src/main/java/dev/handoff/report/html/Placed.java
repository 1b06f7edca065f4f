package dev.handoff.report.html;

/**
 * A mark at its place.
 *
 * @param row within its lane
 * @param side where its label stands
 */
record Placed(Mark mark, int row, Side side) {

    /** Where a label stands. */
    enum Side {
        RIGHT,
        LEFT,
        /** Upon a mark that is long enough. */
        INSIDE,
        NONE
    }
}
