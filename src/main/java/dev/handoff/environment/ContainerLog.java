package dev.handoff.environment;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** Appends what a container writes, on both streams, to a file, until it ends. */
final class ContainerLog extends ResultCallback.Adapter<Frame> {

    private static final long LAST_LINES_WITHIN_SECONDS = 2;

    private final OutputStream file;

    private ContainerLog(OutputStream file) {
        this.file = file;
    }

    static ContainerLog follow(DockerClient client, String container, Path file) {
        try {
            Files.createDirectories(file.getParent());
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return client.logContainerCmd(container)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withFollowStream(true)
                    .exec(new ContainerLog(out));
        } catch (IOException e) {
            throw new EnvironmentFailed("The log %s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }

    @Override
    public void onNext(Frame frame) {
        try {
            file.write(frame.getPayload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when all is written that a container wrote which has ended. */
    void awaitEnd() {
        try {
            awaitCompletion(LAST_LINES_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unread) {
            // what has been written so far is what there is
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
