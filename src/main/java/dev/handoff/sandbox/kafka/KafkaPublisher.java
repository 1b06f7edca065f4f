package dev.handoff.sandbox.kafka;

import dev.handoff.journal.Captured;
import dev.handoff.journal.Message;
import dev.handoff.sandbox.ProbeFailed;
import dev.handoff.sandbox.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** Publishes messages of Handoff's own to one topic. */
final class KafkaPublisher implements Publisher {

    private final String topic;
    private final Broker broker;
    private final OurMessages ours;

    KafkaPublisher(String topic, Broker broker, OurMessages ours) {
        this.topic = topic;
        this.broker = broker;
        this.ours = ours;
    }

    @Override
    public Sent publish(String key, Map<String, List<String>> headers, String body) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, null, bytes(key), bytes(body));
        headers.forEach(
                (name, values) -> values.forEach(value -> message.headers().add(name, bytes(value))));
        return new Sent(send(message), Message.of(headers, null, body));
    }

    @Override
    public List<Sent> publishAgain(Captured captured, int times) {
        TopicPartition partition =
                new TopicPartition(topic, Integer.parseInt(captured.properties().get("partition")));
        long offset = Long.parseLong(captured.properties().get("offset"));
        ConsumerRecord<byte[], byte[]> original = broker.message(partition, offset)
                .orElseThrow(() -> new ProbeFailed(
                        "the broker no longer has " + captured.summary() + ", so it cannot be delivered again"));
        ProducerRecord<byte[], byte[]> copy =
                new ProducerRecord<>(topic, original.partition(), original.key(), original.value(), original.headers());
        return Stream.generate(() -> new Sent(send(copy), captured.content()))
                .limit(times)
                .toList();
    }

    private String send(ProducerRecord<byte[], byte[]> message) {
        Uuid id = broker.topic(topic).id();
        OurMessages.Place place = ours.publish(() -> {
            RecordMetadata taken = broker.publish(message);
            return new OurMessages.Place(id, taken.partition(), taken.offset());
        });
        return "message on " + topic + " at " + place.partition() + "/" + place.offset();
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
