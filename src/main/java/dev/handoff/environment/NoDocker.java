package dev.handoff.environment;

/** Says that there is no Docker engine, where one was looked for, and what works without one. */
final class NoDocker {

    private static final String ASKED_FOR_ELSEWHERE = "Could not find a valid Docker environment";

    private NoDocker() {}

    /**
     * One sentence for the user.
     *
     * @param dockerHost what the environment variable says, null if it is not set
     * @param absent what Testcontainers said
     */
    static String sentence(String dockerHost, RuntimeException absent) {
        return "The environment \"containers\" needs a Docker engine, %s. Start one, or take -Dhandoff.environment=embedded, which needs none."
                .formatted(why(dockerHost, absent));
    }

    private static String why(String dockerHost, RuntimeException absent) {
        String message = String.valueOf(absent.getMessage());
        if (!message.startsWith(ASKED_FOR_ELSEWHERE) && !message.startsWith("Previous attempts to find a Docker")) {
            return "and the one that is there cannot be used: "
                    + Docker.inWords(absent).lines().findFirst().orElse("").replaceAll("\\.$", "");
        }
        return dockerHost == null || dockerHost.isBlank()
                ? "and none answers (DOCKER_HOST is not set, and nothing is at /var/run/docker.sock)"
                : "and none answers at %s, where DOCKER_HOST points".formatted(dockerHost);
    }
}
