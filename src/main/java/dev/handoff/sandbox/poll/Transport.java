package dev.handoff.sandbox.poll;

import dev.handoff.sandbox.asking.Unanswered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Sends requests, waits a bounded time for bounded answers, and follows nothing. */
final class Transport {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final int MOST_BYTES = 16 << 20;

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Supplier<Instant> clock;

    Transport(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** @throws Unanswered with the reason */
    Reply send(HttpRequest request) throws Unanswered {
        try {
            return sendOnce(request);
        } catch (ConnectionLost oldConnection) {
            try {
                return sendOnce(request);
            } catch (ConnectionLost again) {
                throw new Unanswered(again.getMessage());
            }
        }
    }

    /** A connection that was kept may have been closed meanwhile, and asking twice does no harm. */
    private Reply sendOnce(HttpRequest request) throws Unanswered, ConnectionLost {
        Instant asked = clock.get();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new Bounded());
        try {
            HttpResponse<byte[]> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(
                    response.statusCode(),
                    response.headers(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    asked,
                    clock.get());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new Unanswered("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException end) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("the wait for its answer was interrupted");
        } catch (ExecutionException failed) {
            String words = words(failed.getCause());
            if (failed.getCause() instanceof IOException && !words.startsWith("no connection")) {
                throw new ConnectionLost(words);
            }
            throw new Unanswered(words);
        }
    }

    private static String words(Throwable failure) {
        if (failure instanceof TooLong) {
            return "its answer is longer than " + (MOST_BYTES >> 20) + " MiB";
        }
        if (failure instanceof ConnectException) {
            return "no connection";
        }
        if (failure instanceof HttpTimeoutException) {
            return "no connection within " + TO_CONNECT.toSeconds() + " s";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** A body of at most {@value #MOST_BYTES} bytes. */
    private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Flow.Subscription subscription;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                byte[] some = new byte[part.remaining()];
                part.get(some);
                bytes.writeBytes(some);
            }
            if (bytes.size() > MOST_BYTES) {
                subscription.cancel();
                whole.completeExceptionally(new TooLong());
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }
    }

    private static final class ConnectionLost extends Exception {
        ConnectionLost(String message) {
            super(message, null, false, false);
        }
    }

    private static final class TooLong extends RuntimeException {
        TooLong() {
            super(null, null, false, false);
        }
    }
}
