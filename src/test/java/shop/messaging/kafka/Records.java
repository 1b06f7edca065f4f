package shop.messaging.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import shop.messaging.Channel;
import shop.messaging.Envelope;

/** Envelopes as Kafka's records. */
final class Records {

    private static final String CORRELATION_HEADER = "X-Correlation-Id";

    private Records() {}

    static ProducerRecord<String, String> write(Envelope envelope, String topic) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, envelope.key(), envelope.body());
        record.headers().add(CORRELATION_HEADER, envelope.correlationId().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    /** Others may leave out what Shop always writes: a record without a key is alone in its lane. */
    static Envelope read(ConsumerRecord<String, String> record, Channel channel) {
        Header correlation = record.headers().lastHeader(CORRELATION_HEADER);
        String key = record.key() == null ? record.partition() + "/" + record.offset() : record.key();
        String body = record.value() == null ? "" : record.value();
        return new Envelope(
                channel, key, correlation == null ? "" : new String(correlation.value(), StandardCharsets.UTF_8), body);
    }
}
