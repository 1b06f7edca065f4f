package bench.handmade;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The stand-ins and the application, started once for all scenarios. */
final class Surroundings {

    static final StandIn INVOICING = StandIn.serving("/invoices");
    static final StandIn SHIPPING = StandIn.serving("/shipments");
    static final StandIn NOTIFYING = StandIn.serving("/notifications");

    static String applicationUrl;
    private static Process application;

    private Surroundings() {}

    /** The application runs on the same options as Handoff gives to one that it starts. */
    static void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = Path.of(System.getProperty("bench.folder"), "application.log");
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "bench.orders.OrderApplication")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "ORDERS_PORT", String.valueOf(port),
                        "INVOICING_URL", INVOICING.url(),
                        "SHIPPING_URL", SHIPPING.url(),
                        "NOTIFYING_URL", NOTIFYING.url()));
        application = builder.start();
        applicationUrl = "http://localhost:" + port;
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> given().get(applicationUrl + "/health").statusCode() == 200);
    }

    static void stop() {
        application.destroy();
        List.of(INVOICING, SHIPPING, NOTIFYING)
                .forEach(standIn -> standIn.server().stop());
    }
}
