package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * By what a message is the same as another: exchange, routing key, properties, headers and body. Times that a broker may
 * set itself when it takes a message do not count.
 */
record Fingerprint(String digest) {

    private static final Set<String> SET_BY_BROKERS = Set.of("timestamp_in_ms");

    static Fingerprint of(String exchange, String key, AMQP.BasicProperties properties, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, exchange);
            add(digest, key);
            add(
                    digest,
                    properties.builder().headers(null).timestamp(null).build().toString());
            Map<String, Object> headers =
                    new TreeMap<>(properties.getHeaders() == null ? Map.of() : properties.getHeaders());
            headers.keySet().removeAll(SET_BY_BROKERS);
            headers.forEach((name, value) -> {
                add(digest, name);
                add(digest, HeaderText.text(value));
            });
            digest.update(body);
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
