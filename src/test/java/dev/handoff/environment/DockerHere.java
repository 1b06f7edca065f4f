package dev.handoff.environment;

import static org.junit.jupiter.api.Assumptions.abort;

/** The Docker engine for tests that need one. */
final class DockerHere {

    private DockerHere() {}

    /** Skips the test where there is none. */
    static Docker orSkip() {
        try {
            return Docker.reach();
        } catch (EnvironmentFailed absent) {
            return abort("not tested without Docker. " + absent.getMessage());
        }
    }
}
