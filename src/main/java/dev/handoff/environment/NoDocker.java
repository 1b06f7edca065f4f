package dev.handoff.environment;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Why there is no Docker engine, where one was looked for, and what works without one.
 *
 * @param dockerHost what the environment variable says; empty if it is not set
 * @param socket whether there is a socket at the usual place
 */
record NoDocker(String dockerHost, boolean socket) {

    private static final String SOCKET = "/var/run/docker.sock";

    static NoDocker here() {
        String said = System.getenv("DOCKER_HOST");
        return new NoDocker(said == null ? "" : said.strip(), Files.exists(Path.of(SOCKET)));
    }

    /** Whether the user has named another engine than this one. */
    boolean isAskedForElsewhere(URI found) {
        return !dockerHost.isEmpty() && !dockerHost.equals(found.toString());
    }

    /** For an engine that is not there. */
    String sentence() {
        if (!dockerHost.isEmpty()) {
            return sentence("and none answers at %s, where DOCKER_HOST points".formatted(dockerHost));
        }
        return sentence(
                socket
                        ? "and none answers at %s: it is not running, or this user may not write to the socket"
                                .formatted(SOCKET)
                        : "and there is none: DOCKER_HOST is not set, and nothing is at " + SOCKET);
    }

    /** @param said by Testcontainers, which has not found or not accepted an engine */
    String sentence(RuntimeException said) {
        String message = String.valueOf(said.getMessage());
        if (message.startsWith("Could not find a valid Docker environment")
                || message.startsWith("Previous attempts to find a Docker environment failed")) {
            return sentence();
        }
        if (message.contains("RemoteDockerImage")) {
            return "Testcontainers cannot pull an image of its own, which removes containers after a run that was killed:"
                    + " pull testcontainers/ryuk, or set the environment variable TESTCONTAINERS_RYUK_DISABLED=true and do"
                    + " without. The environment embedded needs neither.";
        }
        String reason = Docker.inWords(said).lines().findFirst().orElse("").replaceAll("\\.$", "");
        return sentence("and the one that is there cannot be used: " + reason);
    }

    private static String sentence(String why) {
        return "The environment \"containers\" needs a Docker engine, %s. Start one, or take -Dhandoff.environment=embedded, which needs none."
                .formatted(why);
    }
}
