package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest messages as they came, so that they can be published again. Thread-safe. */
final class KeptMessages {

    /** How many bytes of bodies are kept. */
    static final long MOST_BYTES = 64L * 1024 * 1024;

    /** What properties and headers are taken for. */
    private static final int BESIDE_BODY = 1024;

    private final long most;
    private final Map<Long, Kept> messages = new LinkedHashMap<>();
    private long bytes;

    KeptMessages(long most) {
        this.most = most;
    }

    synchronized void keep(long position, Kept message) {
        messages.put(position, message);
        bytes += message.size();
        var oldest = messages.values().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }

    synchronized Optional<Kept> at(long position) {
        return Optional.ofNullable(messages.get(position));
    }

    /** A message as it came. */
    record Kept(String exchange, String key, AMQP.BasicProperties properties, byte[] body) {
        long size() {
            return body.length + (long) BESIDE_BODY;
        }
    }
}
