package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a system of type {@code kafka}. */
final class KafkaSystemReader {

    static final List<String> KEYS = SystemReader.keys("bootstrap", "topic", "groups", "clock", "records");

    private KafkaSystemReader() {}

    static SystemSpec read(String name, Value value) {
        Section section = Section.of(value, KEYS);
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        Map<String, SystemSpec.Sequence> sequences = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Value.Named entry : section.named("records", "a mapping of effects and messages")) {
            boolean good = Effects.recorded(value.draft(), entry.place(), entry.name(), name);
            Section message = Section.of(entry.value(), List.of("where", "sequence", "contract"));
            Map<String, String> where = where(entry.value(), message);
            message.value("sequence")
                    .flatMap(Sequences::ofMessages)
                    .ifPresent(sequence -> sequences.put(entry.name(), sequence));
            message.value("contract").ifPresent(contract -> ContractReader.read(contract, entry.name(), List.of()));
            places.keySet().stream()
                    .filter(earlier -> good)
                    .filter(earlier ->
                            where.entrySet().containsAll(records.get(earlier).entrySet()))
                    .findFirst()
                    .ifPresent(earlier -> Effects.neverRecorded(entry, "message", earlier, places.get(earlier)));
            records.put(entry.name(), where);
            if (good) {
                places.put(entry.name(), entry.place());
            }
        }
        return new SystemSpec.Kafka(
                name,
                section.template("bootstrap", Scope.NOTHING),
                section.required("topic", "it is the topic to watch")
                        .flatMap(Value::text)
                        .orElse(""),
                section.list("groups", "a list of consumer groups", Value::text),
                Clocks.isOwn(section),
                records,
                sequences);
    }

    private static Map<String, String> where(Value value, Section section) {
        Map<String, String> where = new LinkedHashMap<>();
        for (Value.Named entry : section.named("where", "a mapping of JSON paths and values")) {
            boolean good = JsonPaths.isPath(entry.name())
                    || entry.name().equals("key")
                    || entry.name().startsWith("header ")
                            && Names.header(
                                    value.draft(), entry.place(), entry.name().substring("header ".length()));
            if (!good && !entry.name().startsWith("header ")) {
                value.draft()
                        .problem(
                                entry.place(),
                                Words.quoted(entry.name()) + " in where in " + value.what()
                                        + " is neither a JSON path such as $.type nor key nor header <name>");
            }
            Conditions.value(entry.value()).filter(text -> good).ifPresent(text -> where.put(entry.name(), text));
        }
        return where;
    }
}
