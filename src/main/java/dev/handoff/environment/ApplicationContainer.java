package dev.handoff.environment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The application, run as a container for as long as this object is open. */
final class ApplicationContainer implements Instance {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Container container;
    private final LogTail tail;
    private final ContainerLog log;
    private final CompletableFuture<Integer> end;

    private ApplicationContainer(Container container, LogTail tail) {
        this.container = container;
        this.tail = tail;
        this.log = container.logTo(tail.file());
        this.end = container.end().thenApply(code -> {
            log.awaitEnd();
            return code;
        });
    }

    /**
     * Returns when the application is ready. It is removed when the JVM ends, if it was not before.
     *
     * @param log where both output streams are appended
     * @param health asked, from outside, until it answers 2xx
     * @param within how long that may take
     * @throws EnvironmentFailed if the container ends, or is not ready in time; then nothing of it is left
     */
    static ApplicationContainer start(Docker docker, ContainerSpec spec, Path log, URI health, Duration within) {
        LogTail tail = LogTail.startingNow(log.toAbsolutePath());
        ApplicationContainer application = new ApplicationContainer(Container.start(docker, spec), tail);
        try {
            Readiness.await(health, application.end, tail, within);
            return application;
        } catch (RuntimeException failed) {
            application.kill();
            throw failed;
        }
    }

    @Override
    public boolean isAlive() {
        return !end.isDone();
    }

    @Override
    public List<String> lastLogLines() {
        return tail.lastLines();
    }

    @Override
    public void kill() {
        container.close();
        end.join();
    }

    @Override
    public void close() {
        container.stop(GRACE);
        kill();
    }
}
