package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Reads which messages of a broker are effects.
 *
 * @param records what the messages of each effect must have
 * @param sequences of the effects that have one
 */
record MessageRecords(Map<String, Map<String, String>> records, Map<String, SystemSpec.Sequence> sequences) {

    private static final String HEADER = "header ";

    /**
     * What differs from one kind of broker to the other.
     *
     * @param isPlace whether conditions may name something beside JSON paths and headers
     * @param places that, in words, with how a JSON path is called: {@code a JSON path such as $.type nor key}
     * @param covers whether all that fits the second conditions fits the first
     * @param counted what a sequence may begin anew for beside paths and headers
     */
    record Kind(
            Predicate<Value.Named> isPlace,
            String places,
            BiPredicate<Map<String, String>, Map<String, String>> covers,
            List<String> counted) {}

    static MessageRecords read(String system, Value value, Section section, Kind kind) {
        MessageRecords read = new MessageRecords(new LinkedHashMap<>(), new LinkedHashMap<>());
        Map<String, Place> places = new LinkedHashMap<>();
        for (Value.Named entry : section.named("records", "a mapping of effects and messages")) {
            boolean good = Effects.recorded(value.draft(), entry.place(), entry.name(), system);
            Section message = Section.of(entry.value(), List.of("where", "sequence", "contract"));
            Map<String, String> where = where(entry.value(), message, kind);
            message.value("sequence")
                    .flatMap(sequence -> Sequences.ofMessages(sequence, kind.counted()))
                    .ifPresent(sequence -> read.sequences().put(entry.name(), sequence));
            message.value("contract").ifPresent(contract -> ContractReader.read(contract, entry.name(), List.of()));
            places.keySet().stream()
                    .filter(earlier -> good)
                    .filter(earlier -> kind.covers().test(read.records().get(earlier), where))
                    .findFirst()
                    .ifPresent(earlier -> Effects.neverRecorded(entry, "message", earlier, places.get(earlier)));
            read.records().put(entry.name(), where);
            if (good) {
                places.put(entry.name(), entry.place());
            }
        }
        return read;
    }

    private static Map<String, String> where(Value value, Section section, Kind kind) {
        Map<String, String> where = new LinkedHashMap<>();
        for (Value.Named entry : section.named("where", "a mapping of JSON paths and values")) {
            boolean good = JsonPaths.isPath(entry.name())
                    || kind.isPlace().test(entry)
                    || entry.name().startsWith(HEADER)
                            && Names.header(
                                    value.draft(), entry.place(), entry.name().substring(HEADER.length()));
            if (!good && !entry.name().startsWith(HEADER)) {
                value.draft()
                        .problem(
                                entry.place(),
                                Words.quoted(entry.name()) + " in where in " + value.what() + " is neither "
                                        + kind.places() + " nor header <name>");
            }
            Conditions.value(entry.value()).filter(text -> good).ifPresent(text -> where.put(entry.name(), text));
        }
        return where;
    }
}
