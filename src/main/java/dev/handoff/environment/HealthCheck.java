package dev.handoff.environment;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks an application whether it is ready: a GET that is answered 2xx. */
final class HealthCheck {

    private static final long PAUSE_MILLIS = 25;
    private static final Duration CUT_SHORT = Duration.ofMillis(500);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI uri;
    private String lastAnswer = "";

    HealthCheck(URI uri) {
        this.uri = uri;
    }

    /**
     * Asks once, and pauses when the answer was no. An answer is waited for no longer than the application lives.
     *
     * @param end done when it has ended
     * @param atMost how long an answer may take
     */
    boolean ask(CompletableFuture<?> end, Duration atMost) {
        Duration patience = atMost.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : atMost;
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            CompletableFuture.anyOf(answer, end).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.isDone()) {
                int status = answer.get().statusCode();
                lastAnswer = "GET %s answered %d".formatted(uri, status);
                if (status / 100 == 2) {
                    return true;
                }
            }
            pause(end);
        } catch (TimeoutException e) {
            // A question that came just before the end says less than the answer before it.
            if (lastAnswer.isEmpty() || patience.compareTo(CUT_SHORT) > 0) {
                lastAnswer = "GET %s was not answered".formatted(uri);
            }
        } catch (ExecutionException e) {
            lastAnswer = "GET %s %s".formatted(uri, inWords(e.getCause()));
            pause(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailed("The application was not waited for: the run was interrupted.");
        } finally {
            answer.cancel(true);
        }
        return false;
    }

    /** What the last request came to, as a clause: {@code GET http://… answered 503}. */
    String lastAnswer() {
        return lastAnswer;
    }

    private static void pause(CompletableFuture<?> end) {
        try {
            end.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThereOrEnded) {
            // either is seen by whoever asks
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String inWords(Throwable failure) {
        if (failure instanceof ConnectException) {
            return "was refused: nothing listens there";
        }
        if (failure instanceof IOException && failure.getMessage() != null) {
            return "failed: " + failure.getMessage();
        }
        return "failed: " + failure;
    }
}
