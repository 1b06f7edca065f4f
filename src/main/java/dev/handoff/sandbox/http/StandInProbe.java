package dev.handoff.sandbox.http;

import dev.handoff.journal.Journal;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.server.ServerConnector;

/** The probe of a stand-in: what reaches it is in the journal before it is answered. */
final class StandInProbe implements Probe {

    private final String system;
    private final ServerConnector connector;
    private final Journal journal;

    StandInProbe(String system, ServerConnector connector, Journal journal) {
        this.system = system;
        this.connector = connector;
        this.journal = journal;
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public Map<String, String> address() {
        String port = String.valueOf(connector.getLocalPort());
        return Map.of("url", "http://localhost:" + port, "host", "localhost", "port", port);
    }

    @Override
    public void prove() {
        URI canary = URI.create("http://127.0.0.1:" + connector.getLocalPort() + StandInServer.CANARY);
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(canary)
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            journal.probeChanged(system, answer.statusCode() == 204, "its canary was answered " + answer.statusCode());
        } catch (IOException unreachable) {
            throw new ProbeFailed(
                    "the stand-in " + system + " does not answer its canary: " + unreachable.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProbeFailed("the stand-in " + system + " was interrupted while it proved itself");
        }
    }

    @Override
    public Sight sight(String scenario) {
        return connector.isRunning()
                ? new Sight(journal.now(), system + " served throughout")
                : new Sight(null, system + " is not served");
    }

    @Override
    public void close() {
        connector.shutdown();
    }
}
