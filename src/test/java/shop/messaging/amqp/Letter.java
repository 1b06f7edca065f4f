package shop.messaging.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import shop.messaging.Channel;
import shop.messaging.Envelope;
import shop.messaging.Message;
import shop.messaging.UnreadableMessage;

/** An envelope as RabbitMQ carries it: by the type of its message. */
record Letter(String routingKey, BasicProperties properties, byte[] body) {

    private static final String CORRELATION_HEADER = "X-Correlation-Id";
    private static final String KEY_HEADER = "X-Message-Key";
    /** As RabbitMQ's own message timestamps call it. */
    private static final String TIME_HEADER = "timestamp_in_ms";

    private static final int PERSISTENT = 2;

    static Letter of(Envelope envelope) throws UnreadableMessage {
        Message message = Message.in(envelope);
        BasicProperties properties = new BasicProperties.Builder()
                .deliveryMode(PERSISTENT)
                .contentType("application/json")
                .contentEncoding("UTF-8")
                .messageId(message.id())
                .type(message.type())
                .correlationId(envelope.correlationId())
                .headers(Map.of(
                        CORRELATION_HEADER,
                        envelope.correlationId(),
                        KEY_HEADER,
                        envelope.key(),
                        TIME_HEADER,
                        System.currentTimeMillis()))
                .build();
        return new Letter(message.type(), properties, envelope.body().getBytes(StandardCharsets.UTF_8));
    }

    String id() {
        return properties.getMessageId();
    }

    /** Others may leave out what Shop always writes: a message without a key is alone in its lane. */
    static Envelope read(Delivery delivery, Channel channel) {
        BasicProperties properties = delivery.getProperties();
        long tag = delivery.getEnvelope().getDeliveryTag();
        return new Envelope(
                channel,
                header(properties, KEY_HEADER).orElse("delivery " + tag),
                header(properties, CORRELATION_HEADER)
                        .or(() -> Optional.ofNullable(properties.getCorrelationId()))
                        .orElse(""),
                new String(delivery.getBody(), StandardCharsets.UTF_8));
    }

    private static Optional<String> header(BasicProperties properties, String name) {
        return Optional.ofNullable(properties.getHeaders())
                .map(headers -> headers.get(name))
                .map(Object::toString);
    }
}
