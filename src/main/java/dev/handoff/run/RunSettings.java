package dev.handoff.run;

import dev.handoff.environment.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a run is done.
 *
 * @param environment where the systems come from
 * @param listen the address at which those that Handoff serves listen; absent for loopback
 * @param runs the folder that gets a folder for each run
 */
public record RunSettings(String environment, Optional<String> listen, Path runs) {

    /** The environments that there are. */
    public static final List<String> ENVIRONMENTS = Environment.KNOWN;
}
