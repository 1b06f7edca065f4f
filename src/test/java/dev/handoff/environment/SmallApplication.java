package dev.handoff.environment;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.UUID;

/**
 * An application for a container, with nothing but Java: it tells which life it is, what its environment says and what it
 * reaches, and ends when it is asked to.
 */
final class SmallApplication {

    private static final String LIFE = UUID.randomUUID().toString();

    private SmallApplication() {}

    public static void main(String[] args) throws Exception {
        System.out.println("hello from inside " + String.join(" ", args));
        if (System.getenv("PORT") == null) {
            System.err.println("PORT is not set");
            System.exit(7);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("PORT"))), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            byte[] answer = answer(path).getBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
            if (path.equals("end")) {
                Runtime.getRuntime().halt(3);
            }
        });
        server.start();
    }

    private static String answer(String path) {
        if (path.startsWith("env/")) {
            return String.valueOf(System.getenv(path.substring("env/".length())));
        }
        if (path.startsWith("reach/")) {
            return reached(URI.create(path.substring("reach/".length())));
        }
        return LIFE;
    }

    /** The first byte that a server says when it is asked something. */
    private static String reached(URI server) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes());
            return socket.getInputStream().read() < 0 ? "hung up" : "answered";
        } catch (IOException e) {
            return "unreachable";
        }
    }
}
