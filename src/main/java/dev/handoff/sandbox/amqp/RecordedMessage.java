package dev.handoff.sandbox.amqp;

import dev.handoff.journal.Message;
import dev.handoff.journal.Sequence;
import dev.handoff.sandbox.MessageKind;
import dev.handoff.vocabulary.SystemSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which messages are an effect. A dead letter is never the effect that it was once, and is one of its own only where a
 * record asks for dead letters.
 */
record RecordedMessage(MessageKind kind, String deadLetter, Map<String, String> rest) {

    private static final String DEAD_LETTER = "dead-letter";

    static List<RecordedMessage> of(SystemSpec.Amqp spec) {
        return MessageKind.of(spec.records(), spec.sequences()).stream()
                .map(kind -> {
                    Map<String, String> rest = new LinkedHashMap<>(kind.where());
                    return new RecordedMessage(kind, rest.remove(DEAD_LETTER), rest);
                })
                .toList();
    }

    String effect() {
        return kind.effect();
    }

    boolean fits(Message message, Map<String, String> properties) {
        String reason = properties.get(DEAD_LETTER);
        boolean fits = deadLetter == null
                ? reason == null
                : reason != null && (deadLetter.equals("any") || deadLetter.equals(reason));
        return fits && MessageKind.fits(message, properties, rest);
    }

    Sequence sequence(Message message, String exchange, Map<String, String> properties) {
        return kind.sequence(message, exchange, properties);
    }
}
