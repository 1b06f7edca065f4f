package bench.capture;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A request with a body of 1 KB, as bytes. */
final class PostedOrder {

    private static final int BODY = 1024;
    private static final String REST =
            "\"customer\":\"Ada Lovelace\",\"email\":\"ada@example.org\",\"currency\":\"usd\","
                    + "\"lines\":[{\"sku\":\"SKU-4711\",\"quantity\":2,\"amount\":1250},{\"sku\":\"SKU-0815\",\"quantity\":1,\"amount\":499}],"
                    + "\"address\":{\"street\":\"12 St James's Square\",\"city\":\"London\",\"country\":\"GB\"},\"note\":\"";

    private PostedOrder() {}

    static String correlationId(int scenario) {
        return new UUID(0x4000L, 0x8000000000000000L + scenario).toString();
    }

    static byte[] bytes(int number) {
        String start = "{\"order\":\"ORD-%08d\",".formatted(number) + REST;
        String body = start + "x".repeat(BODY - start.length() - 2) + "\"}";
        return ("POST /invoices HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Correlation-Id: "
                        + correlationId(number / Capturing.OF_A_SCENARIO)
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
