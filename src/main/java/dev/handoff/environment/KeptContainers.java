package dev.handoff.environment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Containers that outlive a run because the developer has asked for it. */
final class KeptContainers {

    static final String LABEL = "dev.handoff.kept";
    static final String SETTING = "handoff.containers";
    /** Removes all of them, with what is in them. */
    static final String REMOVAL = "docker rm -fv $(docker ps -aq --filter label=" + LABEL + ")";

    private KeptContainers() {}

    /** @throws EnvironmentFailed if the setting says something that it cannot say */
    static boolean asked() {
        String said = System.getProperty(SETTING, "");
        if (!said.isEmpty() && !said.equals("keep")) {
            throw new EnvironmentFailed(
                    "-D%s=%s says nothing: the one thing that can be said is \"keep\", so that containers stay for the next run."
                            .formatted(SETTING, said));
        }
        return said.equals("keep");
    }

    /** Two runs that begin at once are to find one container, not to make two. */
    static synchronized void one(Runnable findOrMake) {
        Path lock = Path.of(
                System.getProperty("java.io.tmpdir"),
                "handoff-containers-" + System.getProperty("user.name") + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            findOrMake.run();
        } catch (IOException e) {
            throw new EnvironmentFailed("The file %s, by which runs agree on containers, cannot be locked: %s"
                    .formatted(lock, e.getMessage()));
        }
    }
}
