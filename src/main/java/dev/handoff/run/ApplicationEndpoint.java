package dev.handoff.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Message;
import dev.handoff.vocabulary.RequestLine;
import dev.handoff.vocabulary.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Asks an end point of the application about itself. */
final class ApplicationEndpoint {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String applicationUrl;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    ApplicationEndpoint(String applicationUrl) {
        this.applicationUrl = applicationUrl;
    }

    /**
     * The answer as a tree.
     *
     * @throws IOException when there is none, or it is an error
     */
    JsonNode ask(RequestLine line, Function<String, Optional<Object>> values) throws IOException {
        HttpRequest request = request(line, values);
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IOException(line + " was answered " + answer.statusCode());
            }
            return new Message(null, "application/json", answer.body(), 0).tree();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(line + " was interrupted");
        }
    }

    private HttpRequest request(RequestLine line, Function<String, Optional<Object>> values) throws IOException {
        try {
            String target = line.target().text(values);
            return HttpRequest.newBuilder(URI.create(target.startsWith("/") ? applicationUrl + target : target))
                    .method(line.method(), HttpRequest.BodyPublishers.noBody())
                    .timeout(PATIENCE)
                    .build();
        } catch (Template.UnknownValue | IllegalArgumentException unaskable) {
            throw new IOException(line + " cannot be asked: " + unaskable.getMessage());
        }
    }
}
