package dev.handoff.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that gives its answers in order, the last one again and again. */
final class ScriptedServer implements AutoCloseable {

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Queue<Told> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private volatile Told last = new Told(404, "", () -> {});

    ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedServer then(int status, String body) {
        return then(status, body, () -> {});
    }

    /** The same, after something was done. */
    ScriptedServer then(int status, String body, Runnable before) {
        answers.add(new Told(status, body, before));
        return this;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        Told told = answers.poll();
        last = told == null ? last : told;
        last.before().run();
        byte[] body = last.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(last.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Told(int status, String body, Runnable before) {}
}
