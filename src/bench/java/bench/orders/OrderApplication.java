package bench.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers an order with 202 and tells invoicing, shipping and notifying of it 100, 300 and 500 ms later, under the
 * correlation ID that the order came with. Whatever else it does is said in its environment: {@code
 * ORDERS_MISBEHAVIOUR}, {@code ORDERS_AT_RANDOM} (calls at random times within half a second) and {@code ORDERS_SENT}
 * (the file that gets a line for every call: order, microseconds since 1970).
 */
public final class OrderApplication {

    private static final Pattern ORDER = Pattern.compile("\"order\"\\s*:\\s*(\\d+)");
    private static final int BACKLOG = 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private final Map<String, Integer> inFlight = new ConcurrentHashMap<>();
    private final Random random = new Random(42);
    private final Map<String, String> environment;
    private final Misbehaviour misbehaviour;

    private OrderApplication(Map<String, String> environment) {
        this.environment = environment;
        this.misbehaviour =
                Misbehaviour.valueOf(environment.getOrDefault("ORDERS_MISBEHAVIOUR", Misbehaviour.NONE.name()));
    }

    public static void main(String[] none) throws IOException {
        // Read by the server when its first class is loaded; without it every answer waits for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        new OrderApplication(System.getenv()).serve();
    }

    private void serve() throws IOException {
        int port = Integer.parseInt(environment.get("ORDERS_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.setExecutor(Executors.newFixedThreadPool(16));
        server.createContext("/health", exchange -> answer(exchange, 200, "{}"));
        server.createContext("/orders", this::order);
        server.createContext("/idle", this::idle);
        server.start();
    }

    private void order(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher found = ORDER.matcher(body);
        if (!found.find()) {
            answer(exchange, 400, "{}");
            return;
        }
        int order = Integer.parseInt(found.group(1));
        String correlationId = exchange.getRequestHeaders().getFirst("X-Correlation-Id");
        boolean misbehaves = misbehaviour.meets(order);
        call(order, correlationId, "INVOICING_URL", "/invoices", 100);
        if (!misbehaves || misbehaviour != Misbehaviour.DROPPED) {
            call(order, correlationId, "SHIPPING_URL", "/shipments", 300);
        }
        call(order, correlationId, "NOTIFYING_URL", "/notifications", 500, misbehaves ? misbehaviour.againMillis() : 0);
        answer(exchange, 202, "{\"order\":" + order + "}");
    }

    private void call(int order, String correlationId, String system, String path, int afterMillis) {
        call(order, correlationId, system, path, afterMillis, 0);
    }

    /** A second call follows so long after the answer to the first, unless that is 0. */
    private void call(int order, String correlationId, String system, String path, int afterMillis, int againMillis) {
        inFlight.merge(correlationId, 1, Integer::sum);
        int delay = environment.containsKey("ORDERS_AT_RANDOM") ? random.nextInt(500) : afterMillis;
        later.schedule(() -> send(order, correlationId, system, path, againMillis), delay, TimeUnit.MILLISECONDS);
    }

    private void send(int order, String correlationId, String system, String path, int againMillis) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(environment.get(system) + path))
                .header("Content-Type", "application/json")
                .header("X-Correlation-Id", correlationId)
                .POST(HttpRequest.BodyPublishers.ofString("{\"order\":" + order + ",\"customer\":\"Ada Lovelace\"}"))
                .build();
        note(order);
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (againMillis > 0) {
                inFlight.merge(correlationId, 1, Integer::sum);
                later.schedule(() -> send(order, correlationId, system, path, 0), againMillis, TimeUnit.MILLISECONDS);
            }
            inFlight.computeIfPresent(correlationId, (id, left) -> left == 1 ? null : left - 1);
        });
    }

    private synchronized void note(int order) {
        String file = environment.get("ORDERS_SENT");
        if (file == null) {
            return;
        }
        try {
            Files.writeString(
                    Path.of(file),
                    order + " " + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void idle(HttpExchange exchange) throws IOException {
        String correlationId = exchange.getRequestURI().getQuery().replaceFirst("^correlationId=", "");
        answer(exchange, 200, "{\"idle\":" + !inFlight.containsKey(correlationId) + "}");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
