package dev.handoff.environment;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.WaitResponse;
import java.util.concurrent.CompletableFuture;

/** Tells when a container has ended, whoever has ended it. */
final class ContainerEnd extends ResultCallback.Adapter<WaitResponse> {

    private static final int UNKNOWN = -1;

    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    private ContainerEnd() {}

    /** Its exit code; -1 when Docker does not say. */
    static CompletableFuture<Integer> of(DockerClient client, String container) {
        return client.waitContainerCmd(container).exec(new ContainerEnd()).exitCode;
    }

    @Override
    public void onNext(WaitResponse response) {
        exitCode.complete(response.getStatusCode());
    }

    @Override
    public void onError(Throwable gone) {
        exitCode.complete(UNKNOWN);
        super.onError(gone);
    }

    @Override
    public void onComplete() {
        exitCode.complete(UNKNOWN);
        super.onComplete();
    }
}
