package dev.handoff.sandbox.amqp;

import com.rabbitmq.client.AMQP;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Message;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Publishes messages of Handoff's own to the exchange that is tapped. */
final class AmqpPublisher implements Publisher {

    private final String exchange;
    private final Supplier<Session> session;
    private final OurMessages ours;
    private final KeptMessages kept;
    private final Supplier<Instant> clock;

    AmqpPublisher(
            String exchange, Supplier<Session> session, OurMessages ours, KeptMessages kept, Supplier<Instant> clock) {
        this.exchange = exchange;
        this.session = session;
        this.ours = ours;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public Sent publish(String key, Map<String, List<String>> headers, String body) {
        AMQP.BasicProperties properties = Properties.from(headers, body);
        send(exchange, key == null ? "" : key, properties, body.getBytes(StandardCharsets.UTF_8));
        return new Sent(
                summary(exchange, key == null ? "" : key), Message.of(headers, properties.getContentType(), body));
    }

    @Override
    public List<Sent> publishAgain(Captured captured, int times) {
        KeptMessages.Kept original = Optional.ofNullable(captured.properties().get("position"))
                .flatMap(position -> kept.at(Long.parseLong(position)))
                .orElseThrow(() -> new ProbeFailed(captured.summary()
                        + " cannot be delivered again: of the messages of a"
                        + " run the latest " + KeptMessages.MOST_BYTES / (1024 * 1024) + " MiB are kept, and it is"
                        + " older"));
        return Stream.generate(() -> {
                    send(original.exchange(), original.key(), original.properties(), original.body());
                    return new Sent(summary(original.exchange(), original.key()), captured.content());
                })
                .limit(times)
                .toList();
    }

    private void send(String to, String key, AMQP.BasicProperties properties, byte[] body) {
        Session open = session.get();
        ours.publish(
                open.identity(),
                Fingerprint.of(to, key, properties, body),
                clock,
                () -> open.publish(to, key, properties, body));
    }

    static String summary(String exchange, String key) {
        return "message on " + exchange + (key.isEmpty() ? "" : " with the routing key " + key);
    }
}
