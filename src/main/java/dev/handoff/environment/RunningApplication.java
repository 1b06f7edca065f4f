package dev.handoff.environment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** An application that somebody else has started. */
final class RunningApplication {

    private final String name;
    private final URI health;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile String lastAnswer = "was not asked";

    RunningApplication(String name, URI health) {
        this.name = name;
        this.health = health;
    }

    /**
     * Returns when it answers 2xx.
     *
     * @throws EnvironmentFailed when it does not in time
     */
    void awaitReady(Duration within) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(within)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(this::isReady);
        } catch (ConditionTimeoutException late) {
            throw new EnvironmentFailed("%s is not ready: GET %s %s. Start it, or say under \"start\" how to."
                    .formatted(name, health, lastAnswer));
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(2)).build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            lastAnswer = "answered " + status;
            return status / 100 == 2;
        } catch (IOException unreachable) {
            lastAnswer = "is not answered";
            return false;
        }
    }
}
