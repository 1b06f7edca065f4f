package dev.handoff.environment;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** When an application that was started is ready: once it answers its health check 2xx. */
final class Readiness {

    private Readiness() {}

    /**
     * Returns when it is ready.
     *
     * @param end its exit code, when it ends
     * @throws EnvironmentFailed when it ends before, or is not ready in time; with the end of its log
     */
    static void await(URI url, CompletableFuture<? extends Number> end, LogTail log, Duration within) {
        HealthCheck health = new HealthCheck(url);
        long start = System.nanoTime();
        long deadline = start + within.toNanos();
        while (true) {
            boolean ready = health.ask(end, Duration.ofNanos(deadline - System.nanoTime()));
            if (end.isDone()) {
                throw new EnvironmentFailed(
                        "The application did not start: it ended with exit code %d after %.1f s.\n%s"
                                .formatted(end.join().intValue(), (System.nanoTime() - start) / 1e9, log.asEvidence()));
            }
            if (ready) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new EnvironmentFailed("The application was not ready within %s: %s.\n%s"
                        .formatted(seconds(within), health.lastAnswer(), log.asEvidence()));
            }
        }
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
