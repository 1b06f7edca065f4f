package dev.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** An application that writes each login to its audit log, or fails to. */
final class AuditedLogins {

    private AuditedLogins() {}

    public static void main(String[] mistake) throws IOException {
        int times = mistake.length == 0 ? 1 : mistake[0].equals("twice") ? 2 : 0;
        int syslog = Integer.parseInt(System.getenv("SYSLOG_PORT"));
        int port = Integer.parseInt(System.getenv("PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, 200));
        server.createContext("/logins", exchange -> {
            JsonNode login = new ObjectMapper().readTree(exchange.getRequestBody());
            boolean right = login.path("password").asText().equals("right");
            for (int i = 0; i < (right ? times : 0); i++) {
                write(
                        syslog,
                        "{\"event\":\"login\",\"user\":\"" + login.path("user").asText() + "\"}");
            }
            answer(exchange, right ? 200 : 401);
        });
        server.start();
    }

    private static void write(int port, String entry) throws IOException {
        byte[] bytes = ("<110>1 - localhost logins - - - " + entry).getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
