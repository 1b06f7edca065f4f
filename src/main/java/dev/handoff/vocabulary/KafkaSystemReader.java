package dev.handoff.vocabulary;

import java.util.List;

/** Reads a system of type {@code kafka}. */
final class KafkaSystemReader {

    static final List<String> KEYS = SystemReader.keys("bootstrap", "topic", "consumers", "clock", "records");

    private static final MessageRecords.Kind MESSAGES = new MessageRecords.Kind(
            condition -> condition.name().equals("key"),
            "a JSON path such as $.type nor key",
            (first, second) -> second.entrySet().containsAll(first.entrySet()),
            List.of("key", "partition"));

    private KafkaSystemReader() {}

    static SystemSpec read(String name, Value value) {
        Section section = Section.of(value, KEYS);
        MessageRecords messages = MessageRecords.read(name, value, section, MESSAGES);
        return new SystemSpec.Kafka(
                name,
                section.template("bootstrap", Scope.NOTHING),
                section.required("topic", "it is the topic to watch")
                        .flatMap(Value::text)
                        .orElse(""),
                section.list("consumers", "a list of consumer groups", Value::text),
                Clocks.isOwn(section),
                messages.records(),
                messages.sequences());
    }
}
