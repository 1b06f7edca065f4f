package dev.handoff.run;

import java.nio.file.Path;

/**
 * How a run is done.
 *
 * @param environment where the systems come from
 * @param runs the folder that gets a folder for each run
 */
public record RunSettings(String environment, Path runs) {}
