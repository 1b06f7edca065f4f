package dev.handoff.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a system of type {@code amqp}. */
final class AmqpSystemReader {

    static final List<String> KEYS =
            SystemReader.keys("url", "exchange", "consumers", "dead-letters", "clock", "records");
    static final List<String> EXCHANGE_KEYS = List.of("name", "type", "bind");
    static final List<String> EXCHANGE_TYPES = List.of("topic", "fanout", "direct", "headers");

    /** Why a message may be a dead letter; {@code published} when no broker made it one. */
    static final List<String> REASONS = List.of("any", "rejected", "expired", "maxlen", "delivery_limit", "published");

    static final List<String> PROPERTIES = List.of(
            "message-id",
            "correlation-id",
            "type",
            "content-type",
            "content-encoding",
            "app-id",
            "user-id",
            "reply-to",
            "timestamp",
            "expiration",
            "priority");

    private static final String DEAD_LETTER = "dead-letter";
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String PROPERTY = "property ";

    private AmqpSystemReader() {}

    static SystemSpec read(String name, Value value) {
        Section section = Section.of(value, KEYS);
        Optional<SystemSpec.Exchange> exchange =
                section.required("exchange", "it is the exchange to watch").flatMap(AmqpSystemReader::exchange);
        Optional<SystemSpec.Exchange> deadLetters = section.value(DEAD_LETTERS).flatMap(AmqpSystemReader::exchange);
        MessageRecords messages = MessageRecords.read(
                name,
                value,
                section,
                new MessageRecords.Kind(
                        condition -> isPlace(condition, section.has(DEAD_LETTERS)),
                        "a JSON path such as $.type nor routing-key nor dead-letter nor property <name>",
                        AmqpSystemReader::covers,
                        List.of("routing-key")));
        return new SystemSpec.Amqp(
                name,
                section.template("url", Scope.NOTHING),
                exchange.orElse(SystemSpec.Exchange.named("")),
                section.list("consumers", "a list of queues", Value::text),
                deadLetters,
                Clocks.isMachine(section),
                messages.records(),
                messages.sequences());
    }

    private static Optional<SystemSpec.Exchange> exchange(Value value) {
        if (!value.isMapping()) {
            return value.text("the name of an exchange, or a mapping with name, type and bind")
                    .map(SystemSpec.Exchange::named);
        }
        Section section = Section.of(value, EXCHANGE_KEYS);
        Optional<String> name =
                section.required("name", "it is the name of the exchange").flatMap(Value::text);
        String type = section.value("type")
                .flatMap(word -> oneOf(word, EXCHANGE_TYPES))
                .orElse("topic");
        List<String> bind = section.list("bind", "a list of routing keys", Value::text);
        return name.map(text -> new SystemSpec.Exchange(text, type, bind));
    }

    private static Optional<String> oneOf(Value value, List<String> words) {
        Optional<String> word = value.text(Words.either(words));
        word.filter(found -> !words.contains(found))
                .ifPresent(found -> value.problem(
                        "unknown word " + Words.quoted(found) + " for " + value.what() + Words.known(found, words)));
        return word.filter(words::contains);
    }

    /** What a condition may speak of beside body and headers; a mistake in it is reported. */
    private static boolean isPlace(Value.Named condition, boolean deadLetters) {
        String place = condition.name();
        if (place.equals(DEAD_LETTER)) {
            oneOf(condition.value(), REASONS);
            if (!deadLetters) {
                condition
                        .value()
                        .draft()
                        .problem(
                                condition.place(),
                                "dead-letter in a record needs dead-letters in its system: the exchange where the"
                                        + " broker puts them");
            }
            return true;
        }
        if (place.startsWith(PROPERTY)) {
            String property = place.substring(PROPERTY.length());
            if (!PROPERTIES.contains(property)) {
                condition
                        .value()
                        .draft()
                        .problem(
                                condition.place(),
                                "unknown property " + Words.quoted(property) + " of a message"
                                        + Words.known(property, PROPERTIES));
            }
            return true;
        }
        return place.equals("routing-key");
    }

    /** A dead letter is never what a record without that condition means. */
    private static boolean covers(Map<String, String> first, Map<String, String> second) {
        Map<String, String> one = new HashMap<>(first);
        Map<String, String> other = new HashMap<>(second);
        String reason = one.remove(DEAD_LETTER);
        String otherReason = other.remove(DEAD_LETTER);
        boolean sameDeath = reason == null
                ? otherReason == null
                : otherReason != null && (reason.equals("any") || reason.equals(otherReason));
        return sameDeath && other.entrySet().containsAll(one.entrySet());
    }
}
