package dev.handoff.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a run is done.
 *
 * @param environment where the systems come from
 * @param listen the address at which those that Handoff serves listen; absent for loopback
 * @param runs the folder that gets a folder for each run
 */
public record RunSettings(String environment, Optional<String> listen, Path runs) {}
