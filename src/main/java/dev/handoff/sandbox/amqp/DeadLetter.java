package dev.handoff.sandbox.amqp;

import dev.handoff.vocabulary.SystemSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the broker notes on a message that it took out of a queue: the latest time that it did. A message that has such a
 * note is no new handoff, wherever it is met: brokers put messages back on their first exchange to have them tried again.
 *
 * @param reason {@code rejected}, {@code expired}, {@code maxlen}, {@code delivery_limit}; {@code published} of a message
 *     that came to the exchange of dead letters without a note
 * @param queue from which it was taken
 * @param count how often it was taken from there for that reason
 */
record DeadLetter(String reason, String queue, String count) {

    static Optional<DeadLetter> of(SystemSpec.Amqp spec, String exchange, Map<String, Object> headers) {
        if (headers != null
                && headers.get("x-death") instanceof List<?> deaths
                && !deaths.isEmpty()
                && deaths.get(0) instanceof Map<?, ?> latest) {
            return Optional.of(new DeadLetter(
                    HeaderText.text(latest.get("reason")),
                    HeaderText.text(latest.get("queue")),
                    HeaderText.text(latest.get("count"))));
        }
        boolean amongDead = spec.deadLetters()
                .map(SystemSpec.Exchange::name)
                .filter(name -> name.equals(exchange))
                .isPresent();
        return amongDead && !exchange.equals(spec.exchange().name())
                ? Optional.of(new DeadLetter("published", "", ""))
                : Optional.empty();
    }

    Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("dead-letter", reason);
        if (!queue.isEmpty()) {
            properties.put("dead-letter.queue", queue);
            properties.put("dead-letter.count", count);
        }
        return properties;
    }
}
