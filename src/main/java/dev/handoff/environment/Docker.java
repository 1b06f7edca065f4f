package dev.handoff.environment;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;
import org.testcontainers.utility.TestcontainersConfiguration;

/** The Docker engine that Testcontainers finds. */
final class Docker {

    /** How long Testcontainers tries to have images of its own, where the user says nothing else. */
    private static final int SMALL_IMAGES_WITHIN_SECONDS = 15;

    private static final long PULLED_WITHIN_MINUTES = 10;

    private final DockerClient client;
    private final String host;

    private Docker(DockerClient client, String host) {
        this.client = client;
        this.host = host;
    }

    /** @throws EnvironmentFailed if there is none, or Testcontainers is not on the class path */
    static Docker reach() {
        Library.CONTAINERS.require();
        NoDocker otherwise = NoDocker.here();
        TestcontainersConfiguration.getInstance()
                .getUserProperties()
                .putIfAbsent("pull.timeout", String.valueOf(SMALL_IMAGES_WITHIN_SECONDS));
        try {
            DockerClientFactory factory = DockerClientFactory.instance();
            // It is found without being used; the client brings images of its own.
            if (!otherwise.isAskedForElsewhere(factory.getTransportConfig().getDockerHost())) {
                return new Docker(factory.client(), factory.dockerHostIpAddress());
            }
        } catch (RuntimeException absent) {
            throw new EnvironmentFailed(otherwise.sentence(absent));
        }
        // Testcontainers would take whatever engine it finds, on a machine that nobody has named.
        throw new EnvironmentFailed(otherwise.sentence());
    }

    DockerClient client() {
        return client;
    }

    /** Where the ports of containers are found. */
    String host() {
        return host;
    }

    /** Whether its containers' ports can be bound to loopback and be found. */
    boolean isOnThisMachine() {
        return host.equals("localhost") || host.startsWith("127.");
    }

    /** Whether Testcontainers itself removes containers when this JVM ends, rather than a container of its own after that. */
    boolean isClearedAtExit() {
        return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
    }

    /**
     * Sees to it that an image is there; one that is not is pulled.
     *
     * @param setting where another image can be named
     * @throws EnvironmentFailed when it cannot be had
     */
    void provide(String image, String setting) {
        String name = canonical(image, setting);
        if (isThere(name)) {
            return;
        }
        Pull pull = new Pull();
        String reason;
        try {
            boolean done =
                    client.pullImageCmd(name).exec(pull).awaitCompletion(PULLED_WITHIN_MINUTES, TimeUnit.MINUTES);
            if (isThere(name)) {
                return;
            }
            reason = done ? pull.error : "it takes longer than " + PULLED_WITHIN_MINUTES + " minutes";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "the run was interrupted";
        } catch (RuntimeException refused) {
            reason = inWords(refused);
        }
        throw new EnvironmentFailed(
                "Docker has no image %s and cannot pull it: %s. Try \"docker pull %s\", or name another image with %s."
                        .formatted(name, reason.strip().replaceAll("\\.$", ""), name, setting));
    }

    private static String canonical(String image, String setting) {
        try {
            DockerImageName name = DockerImageName.parse(image);
            name.assertValid();
            return ImageNameSubstitutor.instance().apply(name).asCanonicalNameString();
        } catch (IllegalArgumentException bad) {
            throw new EnvironmentFailed("\"%s\" is not the name of an image, as in postgres:17; it is said by %s."
                    .formatted(image, setting));
        }
    }

    private boolean isThere(String image) {
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException absent) {
            return false;
        }
    }

    /** An engine answers {@code Status 500: {"message":"…"}}. */
    static String inWords(RuntimeException refused) {
        Throwable cause = refused;
        while (!(cause instanceof DockerException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).strip();
        return message.replaceFirst("(?s)^Status \\d+: \\{\"message\":\"(.*)\"\\}$", "$1")
                .replace("\\\"", "\"");
    }

    /** Keeps what the engine said last. */
    private static final class Pull extends ResultCallback.Adapter<PullResponseItem> {
        private volatile String error = "the engine does not say why";

        @Override
        public void onNext(PullResponseItem item) {
            if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
                error = item.getErrorDetail().getMessage();
            }
        }
    }
}
