package dev.handoff.action;

import com.sun.net.httpserver.HttpServer;
import dev.handoff.journal.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Sends a request to itself while servers start. The first request through REST Assured loads a thousand classes of
 * Groovy, which takes a second and more; without this, the first scenarios would pay it inside of their windows.
 */
public final class WarmUp {

    private static final byte[] ANSWER = "{\"ready\":true}".getBytes(StandardCharsets.UTF_8);

    private WarmUp() {}

    /** Begins in a thread of its own; nothing depends on whether it succeeds. */
    public static CompletableFuture<Void> begin() {
        return CompletableFuture.runAsync(WarmUp::exchange, task -> {
            Thread thread = new Thread(task, "warm up");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void exchange() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
                exchange.close();
            });
            server.start();
            try {
                String url = "http://localhost:" + server.getAddress().getPort() + "/";
                Message request = Message.of(Map.of("Accept", List.of("*/*")), "application/json", "{}");
                HttpExchange.message(new HttpExchange().send("POST", url, request, Instant.EPOCH, () -> {}));
            } finally {
                server.stop(0);
            }
        } catch (IOException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }
}
