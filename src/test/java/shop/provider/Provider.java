package shop.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import shop.json.Json;
import shop.retry.Backoff;
import shop.retry.GivenUp;
import shop.retry.NoAnswer;
import shop.retry.Retry;
import shop.retry.TryAgain;

/** One provider under one base URL. */
public final class Provider {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String CORRELATION_ID = "X-Correlation-Id";

    private static final Duration TIME_LIMIT = Duration.ofSeconds(8);
    private static final int TOO_MANY_REQUESTS = 429;

    private final String name;
    private final String baseUrl;
    private final HttpClient http;
    private final Retry retry;
    private final Duration timeLimit;
    private final Set<Integer> takenAsDone;
    private final boolean looksIntoAnswers;

    /** The name is for messages: {@code payments answered 503}. */
    public Provider(String name, URI baseUrl, HttpClient http, Retry retry) {
        this(name, baseUrl.toString().replaceFirst("/+$", ""), http, retry, TIME_LIMIT, Set.of(), true);
    }

    private Provider(
            String name,
            String baseUrl,
            HttpClient http,
            Retry retry,
            Duration timeLimit,
            Set<Integer> takenAsDone,
            boolean looksIntoAnswers) {
        this.name = name;
        this.baseUrl = baseUrl;
        this.http = http;
        this.retry = retry;
        this.timeLimit = timeLimit;
        this.takenAsDone = takenAsDone;
        this.looksIntoAnswers = looksIntoAnswers;
    }

    /** The same one, which is waited for no longer than this. */
    public Provider answeringWithin(Duration limit) {
        return new Provider(name, baseUrl, http, retry, limit, takenAsDone, looksIntoAnswers);
    }

    /** The same without another attempt. */
    public Provider withoutRetry() {
        return new Provider(
                name, baseUrl, http, new Retry(Backoff.ONE_ATTEMPT), timeLimit, takenAsDone, looksIntoAnswers);
    }

    /** The same, happy with a status that is none of success. */
    public Provider takingAsDone(int status) {
        return new Provider(name, baseUrl, http, retry, timeLimit, Set.of(status), looksIntoAnswers);
    }

    /** The same, content with a status of success whatever the body says. */
    public Provider trustingTheStatus() {
        return new Provider(name, baseUrl, http, retry, timeLimit, takenAsDone, false);
    }

    /** Speaks HTTP/1.1: the providers do not all cope with an upgrade to HTTP/2. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIME_LIMIT)
                .build();
    }

    /** Every attempt is the same request, headers included. Returns the body, which is missing if it is not JSON. */
    public JsonNode post(String path, Object body, Map<String, String> headers) throws GivenUp, InterruptedException {
        return post(path, body, () -> headers);
    }

    /** Asks for the headers at each attempt. */
    public JsonNode post(String path, Object body, Supplier<Map<String, String>> headers)
            throws GivenUp, InterruptedException {
        String content = Json.write(body);
        return retry.call(() -> attempt(path, content, headers.get()));
    }

    /** One attempt: for those who have something to say in each, a signature of its time. The body is JSON text. */
    public JsonNode attempt(String path, String body, Map<String, String> headers)
            throws TryAgain, GivenUp, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return accepted(exchange(request.build()));
    }

    /** The limit holds for the whole exchange; {@link HttpRequest#timeout} would end with the answer's headers. */
    private HttpResponse<String> exchange(HttpRequest request) throws TryAgain, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new NoAnswer(name + " did not answer within " + timeLimit.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new TryAgain(name + " could not be asked: " + reason(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private JsonNode accepted(HttpResponse<String> answer) throws TryAgain, GivenUp {
        int status = answer.statusCode();
        if (takenAsDone.contains(status)) {
            return MissingNode.getInstance();
        }
        if (status == TOO_MANY_REQUESTS || status >= 500) {
            throw new TryAgain(name + " answered " + status, retryAfter(answer));
        }
        if (status == Unauthorised.STATUS) {
            throw new Unauthorised(name);
        }
        if (status >= 300) {
            throw new GivenUp(name + " answered " + status);
        }
        JsonNode body = body(answer);
        if (looksIntoAnswers && body.path("error").isObject()) {
            throw new TryAgain(name + " answered " + status + " with an error");
        }
        return body;
    }

    private static JsonNode body(HttpResponse<String> answer) {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::valueOf)
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    private static String reason(Throwable failure) {
        return failure instanceof IOException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
