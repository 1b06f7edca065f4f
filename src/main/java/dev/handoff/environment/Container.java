package dev.handoff.environment;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testcontainers.Testcontainers;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.TestcontainersConfiguration;

/** A container of this run, or one that is kept between runs. Its ports are found on loopback only, where Docker is on this machine. */
final class Container implements AutoCloseable {

    private static final int LINES = 15;
    private static final Duration REMOVED_WITHIN = Duration.ofSeconds(5);
    private static final Duration ASKED_EVERY = Duration.ofMillis(50);

    private final Docker docker;
    private final ContainerSpec spec;
    private final GenericContainer<?> container;
    private AtExit atExit;
    private boolean closed;

    private Container(Docker docker, ContainerSpec spec) {
        this.docker = docker;
        this.spec = spec;
        this.container = new GenericContainer<>(DockerImageName.parse(spec.image()));
    }

    /**
     * Returns when it has been started, which is before it is ready. It is removed when the JVM ends, if it was not before;
     * unless it is kept.
     *
     * @throws EnvironmentFailed when Docker does not start it
     */
    static Container start(Docker docker, ContainerSpec spec) {
        Container container = new Container(docker, spec);
        container.atExit = AtExit.stop(spec.title(), container::closeAtExit);
        try {
            if (spec.keep()) {
                KeptContainers.one(container::launch);
            } else {
                container.launch();
            }
            return container;
        } catch (RuntimeException failed) {
            container.close();
            throw failed;
        }
    }

    /** An exit meanwhile waits for no more than this, and then removes what has been made. */
    private synchronized void launch() {
        if (closed) {
            throw new EnvironmentFailed("%s is not started any more: the run is ending.".formatted(spec.title()));
        }
        spec.ports().keySet().forEach(container::addExposedPort);
        spec.environment().forEach(container::addEnv);
        if (!spec.command().isEmpty()) {
            container.setCommand(spec.command().toArray(String[]::new));
        }
        container.withCreateContainerCmdModifier(this::bindPorts);
        if (!spec.reached().isEmpty()) {
            Testcontainers.exposeHostPorts(
                    spec.reached().stream().mapToInt(Integer::intValue).toArray());
            container.withAccessToHost(true);
        }
        container.setWaitStrategy(new NoWait());
        container.withStartupCheckStrategy(new AnyStart());
        if (spec.keep()) {
            TestcontainersConfiguration.getInstance()
                    .getUserProperties()
                    .setProperty("testcontainers.reuse.enable", "true");
            container.withReuse(true).withLabel(KeptContainers.LABEL, "true");
        }
        try {
            container.start();
        } catch (ContainerLaunchException | DockerException refused) {
            if (container.getContainerId() != null) {
                requireRunning();
            }
            throw new EnvironmentFailed(
                    "Docker did not start %s (%s): %s".formatted(spec.title(), spec.image(), Docker.inWords(refused)));
        }
    }

    private void bindPorts(CreateContainerCmd command) {
        List<PortBinding> bindings = spec.ports().entrySet().stream()
                .map(port -> new PortBinding(binding(port.getValue()), ExposedPort.tcp(port.getKey())))
                .toList();
        command.getHostConfig().withPortBindings(bindings);
    }

    private Binding binding(int outside) {
        String loopback = docker.isOnThisMachine() ? "127.0.0.1" : null;
        return new Binding(loopback, outside == 0 ? null : String.valueOf(outside));
    }

    /** Its output is appended to a file from now on, with all that it wrote before. */
    ContainerLog logTo(Path file) {
        return ContainerLog.follow(docker.client(), container.getContainerId(), file);
    }

    /** Its exit code, when it ends. */
    CompletableFuture<Integer> end() {
        return ContainerEnd.of(docker.client(), container.getContainerId());
    }

    /** Asks it to end, and ends it after a while. */
    void stop(Duration grace) {
        try {
            docker.client()
                    .stopContainerCmd(container.getContainerId())
                    .withTimeout((int) grace.toSeconds())
                    .exec();
        } catch (NotFoundException | NotModifiedException ended) {
            // that is what was asked for
        }
    }

    /** Where a port of it is found. */
    int port(int inside) {
        return container.getMappedPort(inside);
    }

    String host() {
        return docker.host();
    }

    /**
     * Returns when it is ready.
     *
     * @param missing asked again and again: what it lacks to be ready; empty when it is
     * @throws EnvironmentFailed when it ends before, or is not ready in time
     */
    void awaitReady(Supplier<Optional<String>> missing, Duration within) {
        String[] last = {"it was not asked"};
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(within)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(ASKED_EVERY)
                    .until(() -> {
                        Optional<String> lack = missing.get();
                        lack.ifPresent(words -> last[0] = words);
                        requireRunning();
                        return lack.isEmpty();
                    });
        } catch (ConditionTimeoutException late) {
            throw new EnvironmentFailed("%s (%s) was not ready within %d s: %s.\n%s"
                    .formatted(spec.title(), spec.image(), within.toSeconds(), last[0], evidence()));
        }
    }

    private void requireRunning() {
        InspectContainerResponse.ContainerState state = state().orElseThrow(() -> new EnvironmentFailed(
                "%s (%s) did not start: its container was removed.".formatted(spec.title(), spec.image())));
        if (!Boolean.TRUE.equals(state.getRunning())) {
            throw new EnvironmentFailed("%s (%s) did not start: it ended with exit code %d.\n%s"
                    .formatted(spec.title(), spec.image(), state.getExitCodeLong(), evidence()));
        }
    }

    boolean isRunning() {
        return state().map(state -> Boolean.TRUE.equals(state.getRunning())).orElse(false);
    }

    private Optional<InspectContainerResponse.ContainerState> state() {
        try {
            return Optional.of(docker.client()
                    .inspectContainerCmd(container.getContainerId())
                    .exec()
                    .getState());
        } catch (NotFoundException removed) {
            return Optional.empty();
        }
    }

    private String evidence() {
        List<String> lines = lastLogLines();
        return lines.isEmpty() ? "Its log is empty." : "The end of its log:\n  " + String.join("\n  ", lines);
    }

    /** The last lines that it wrote, at most 15. */
    List<String> lastLogLines() {
        try {
            List<String> lines =
                    container.getLogs().lines().map(String::stripTrailing).toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (RuntimeException removed) {
            return List.of();
        }
    }

    /** Removes it at once with all that it holds; one that is kept stays as it is. */
    @Override
    public void close() {
        if (closeOnce() && !spec.keep()) {
            remove();
        }
    }

    /** Two that remove one container at once get in each other's way. */
    private void closeAtExit() {
        if (closeOnce() && !spec.keep()) {
            if (docker.isClearedAtExit()) {
                awaitRemoval();
            }
            remove();
        }
    }

    private synchronized boolean closeOnce() {
        boolean first = !closed;
        closed = true;
        atExit.close();
        return first && container.getContainerId() != null;
    }

    private void awaitRemoval() {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(REMOVED_WITHIN)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(ASKED_EVERY)
                    .until(() -> state().isEmpty());
        } catch (ConditionTimeoutException overlooked) {
            // it was made after Testcontainers had looked what there is
        }
    }

    private void remove() {
        try {
            docker.client()
                    .removeContainerCmd(container.getContainerId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException | ConflictException removedOrAboutToBe) {
            // somebody else was faster
        }
    }

    /** One that has ended is found out, with what it wrote, when it is waited for. */
    private static final class AnyStart extends StartupCheckStrategy {
        @Override
        public StartupStatus checkStartupState(DockerClient client, String id) {
            return StartupStatus.SUCCESSFUL;
        }
    }

    /** What readiness is, is asked by whoever knows the server. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            // at once
        }
    }
}
