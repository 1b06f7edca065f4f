package dev.handoff.sandbox.poll;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A sandbox over real sockets whose every byte, the clock too, is the test's. */
public final class SandboxServer implements AutoCloseable {

    /** Answers a request. */
    public interface Service {
        Answer to(Request request) throws Exception;
    }

    /** A request; names of headers in lower case. */
    public record Request(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        public String query(String name) {
            return query.get(name);
        }
    }

    /** An answer. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer json(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json"), body);
        }

        public static Answer status(int status) {
            return new Answer(status, Map.of("Content-Type", "application/json"), "{}");
        }

        public Answer with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body);
        }
    }

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final int port;
    private volatile ServerSocket socket;
    private volatile Service service = request -> Answer.status(404);
    private volatile Duration clockAhead = Duration.ZERO;

    public SandboxServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = socket.getLocalPort();
        accept(socket);
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public SandboxServer serving(Service as) {
        service = as;
        return this;
    }

    /** Its clock goes ahead of this machine's. */
    void setClockAhead(Duration ahead) {
        clockAhead = ahead;
    }

    Instant now() {
        return Instant.now().plus(clockAhead);
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    long asked(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).count();
    }

    void goAway() throws IOException {
        socket.close();
    }

    void comeBack() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket = again;
        accept(again);
    }

    private void accept(ServerSocket on) {
        Thread thread = new Thread(
                () -> {
                    while (!on.isClosed()) {
                        try {
                            Socket connection = on.accept();
                            Thread one = new Thread(() -> serve(connection));
                            one.setDaemon(true);
                            one.start();
                        } catch (IOException closed) {
                            return;
                        }
                    }
                },
                "sandbox");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            Request request = read(new BufferedInputStream(connection.getInputStream()));
            requests.add(request);
            Answer answer = service.to(request);
            if (answer == null) {
                connection.setSoLinger(true, 0);
                return;
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now().atOffset(ZoneOffset.UTC)));
            headers.putAll(answer.headers());
            headers.put("Content-Length", String.valueOf(body.length));
            headers.put("Connection", "close");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(("HTTP/1.1 " + answer.status() + " x\r\n").getBytes(StandardCharsets.ISO_8859_1));
            headers.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    out.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                }
            });
            out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.writeBytes(body);
            connection.getOutputStream().write(out.toByteArray());
            connection.getOutputStream().flush();
        } catch (IOException gone) {
            return;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] line = line(in).split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        int mark = line[1].indexOf('?');
        Map<String, String> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String part : line[1].substring(mark + 1).split("&")) {
                String[] pair = part.split("=", 2);
                query.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1]));
            }
        }
        return new Request(line[0], mark < 0 ? line[1] : line[1].substring(0, mark), query, headers, body);
    }

    static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b;
        while ((b = in.read()) != '\n') {
            if (b < 0) {
                throw new IOException("the request ended early");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
