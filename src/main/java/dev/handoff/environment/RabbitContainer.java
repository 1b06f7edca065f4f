package dev.handoff.environment;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RabbitMQ in a container, with a virtual host of this run's own. */
final class RabbitContainer implements AmqpServer, AutoCloseable {

    private static final int AMQP = 5672;
    private static final int MANAGEMENT = 15672;
    private static final String USER = "guest";
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern VERSION = Pattern.compile("\"rabbitmq_version\"\\s*:\\s*\"([^\"]+)\"");

    private final Container container;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String vhost;
    private final boolean keep;
    private String version = "";
    private Optional<AtExit> atExit = Optional.empty();
    private boolean closed;

    private RabbitContainer(Container container, String vhost, boolean keep) {
        this.container = container;
        this.vhost = vhost;
        this.keep = keep;
    }

    /**
     * Returns when it takes connections.
     *
     * @param vhost the virtual host to make
     * @throws EnvironmentFailed if it does not start, or has no management plugin
     */
    static RabbitContainer start(Docker docker, String vhost, boolean keep) {
        String image = ServerImage.RABBITMQ.image();
        docker.provide(image, ServerImage.RABBITMQ.setting());
        Container container = Container.start(
                docker, ContainerSpec.server("RabbitMQ", image, List.of(AMQP, MANAGEMENT), Map.of(), List.of(), keep));
        RabbitContainer rabbit = new RabbitContainer(container, vhost, keep);
        if (keep) {
            rabbit.atExit = Optional.of(AtExit.stop("RabbitMQ", rabbit::close));
        }
        try {
            container.awaitReady(rabbit::missing, READY_WITHIN);
            rabbit.put("vhosts/" + vhost, "{}");
            rabbit.put(
                    "permissions/%s/%s".formatted(vhost, USER),
                    "{\"configure\":\".*\",\"write\":\".*\",\"read\":\".*\"}");
            return rabbit;
        } catch (RuntimeException failed) {
            rabbit.close();
            throw failed;
        }
    }

    @Override
    public URI address() {
        return URI.create("amqp://%s:%s@%s:%d/%s".formatted(USER, USER, container.host(), container.port(AMQP), vhost));
    }

    /** What serves, in words: {@code RabbitMQ 4.1.2 (rabbitmq:4-management)}. */
    String description() {
        return "RabbitMQ %s (%s)".formatted(version, ServerImage.RABBITMQ.image());
    }

    private Optional<String> missing() {
        if (!speaksAmqp()) {
            return Optional.of("nobody speaks AMQP at port " + AMQP);
        }
        try {
            HttpResponse<String> overview = send(request("overview").GET());
            Matcher found = VERSION.matcher(overview.body());
            if (overview.statusCode() != 200 || !found.find()) {
                return Optional.of(
                        "GET /api/overview answered %d at port %d".formatted(overview.statusCode(), MANAGEMENT));
            }
            version = found.group(1);
            return Optional.empty();
        } catch (IOException none) {
            return Optional.of("its management plugin does not answer at port %d: take an image that has it"
                    .formatted(MANAGEMENT));
        }
    }

    /** A connection alone says nothing: Docker's proxy takes it before the server listens. */
    private boolean speaksAmqp() {
        try (Socket socket = new Socket()) {
            int patience = (int) PATIENCE.toMillis();
            socket.connect(new InetSocketAddress(container.host(), container.port(AMQP)), patience);
            socket.setSoTimeout(patience);
            socket.getOutputStream().write(new byte[] {'A', 'M', 'Q', 'P', 0, 0, 9, 1});
            int methodFrame = 1;
            return socket.getInputStream().read() == methodFrame;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void put(String what, String body) {
        try {
            HttpResponse<String> answer = send(request(what).PUT(BodyPublishers.ofString(body)));
            if (answer.statusCode() / 100 != 2) {
                throw new EnvironmentFailed("RabbitMQ did not make %s: it answered %d %s"
                        .formatted(what, answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new EnvironmentFailed("RabbitMQ did not make %s: %s".formatted(what, e.getMessage()));
        }
    }

    private HttpRequest.Builder request(String what) {
        String credentials = Base64.getEncoder().encodeToString((USER + ":" + USER).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(
                        URI.create("http://%s:%d/api/%s".formatted(container.host(), container.port(MANAGEMENT), what)))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentFailed("RabbitMQ was not waited for: the run was interrupted.");
        }
    }

    /** Removes the container; of one that is kept, what this run has made in it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        atExit.ifPresent(AtExit::close);
        if (keep && container.isRunning()) {
            try {
                send(request("vhosts/" + vhost).DELETE());
            } catch (IOException gone) {
                // whoever removes the container removes it, too
            }
        }
        container.close();
    }
}
