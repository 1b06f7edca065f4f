package dev.handoff.sandbox.http;

import dev.handoff.journal.Journal;
import dev.handoff.journal.Sight;
import dev.handoff.sandbox.Probe;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Pulse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The probe of a stand-in: what reaches it is in the journal before it is answered. That it could be reached is known up to
 * the last canary that it answered, on a connection of the canary's own.
 */
final class StandInProbe implements Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String system;
    private final ServerConnector connector;
    private final InetAddress listen;
    private final String port;
    private final Pulse pulse;

    StandInProbe(String system, ServerConnector connector, InetAddress listen, Journal journal) {
        this.system = system;
        this.connector = connector;
        this.listen = listen;
        this.port = String.valueOf(connector.getLocalPort());
        this.pulse = new Pulse(system, journal, this::canary);
    }

    ServerConnector connector() {
        return connector;
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public Map<String, String> address() {
        String host = isHere() ? "localhost" : name();
        return Map.of("url", "http://" + host + ":" + port, "host", host, "port", port);
    }

    private boolean isHere() {
        return listen.equals(InetAddress.getLoopbackAddress()) || listen.isAnyLocalAddress();
    }

    private String name() {
        return listen instanceof Inet6Address ? "[" + listen.getHostAddress() + "]" : listen.getHostAddress();
    }

    @Override
    public void prove() {
        pulse.prove();
    }

    private String canary() {
        URI canary = URI.create("http://" + (isHere() ? "127.0.0.1" : name()) + ":" + port + StandInServer.CANARY);
        try {
            HttpResponse<Void> answer = CLIENT.send(
                    HttpRequest.newBuilder(canary).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 204) {
                throw new ProbeFailed("the stand-in " + system + " answered its canary " + answer.statusCode());
            }
            return "its canary was answered 204";
        } catch (ConnectException refused) {
            throw new ProbeFailed("the stand-in " + system + " takes no connections");
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
        return new Sight(
                pulse.lastSeen(), connector.isRunning() ? system + " served throughout" : system + " is not served");
    }

    @Override
    public void seeUpTo(String scenario, Instant instant) {
        pulse.require(instant);
    }

    @Override
    public void close() {
        pulse.close();
        connector.shutdown();
    }
}
