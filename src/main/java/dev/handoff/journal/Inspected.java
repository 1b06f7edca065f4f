package dev.handoff.journal;

/**
 * What a probe saw, ready to be put on record.
 *
 * @param seen as it came
 * @param checked whether it keeps its contract; null when there is none
 */
record Inspected(Capture seen, Capture masked, Values values, Checked checked) {}
