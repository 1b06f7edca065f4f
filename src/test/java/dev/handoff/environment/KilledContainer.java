package dev.handoff.environment;

import com.github.dockerjava.api.model.Container;
import java.util.Arrays;
import java.util.Objects;

/** Kills a container of this machine, for tests of other packages; see {@link NeedsDocker}. */
public final class KilledContainer {

    private KilledContainer() {}

    /** The one that is found at a port of this machine. */
    public static void at(int port) {
        Docker docker = Docker.reach();
        String container = docker.client().listContainersCmd().exec().stream()
                .filter(running -> Arrays.stream(running.getPorts())
                        .anyMatch(published -> Objects.equals(published.getPublicPort(), port)))
                .map(Container::getId)
                .findFirst()
                .orElseThrow();
        docker.client().killContainerCmd(container).exec();
    }
}
