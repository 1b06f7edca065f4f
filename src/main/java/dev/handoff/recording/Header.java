package dev.handoff.recording;

/**
 * The first line of each file of a run folder.
 *
 * @param format {@code handoff journal} or {@code handoff expectations}
 * @param version of the format
 * @param run the name of the run
 */
public record Header(String format, int version, String run) {}
