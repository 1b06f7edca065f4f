package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a system of a type that Handoff does not have itself. */
final class OwnSystemReader {

    private OwnSystemReader() {}

    static SystemSpec read(String name, Value value, SystemKind kind) {
        List<String> keys = kind.keys().stream().sorted().toList();
        Section section = Section.of(value, SystemReader.keys(with(keys, "records")));
        Map<String, Template> settings = new LinkedHashMap<>();
        keys.forEach(key -> section.template(key, Scope.NOTHING).ifPresent(text -> settings.put(key, text)));
        Map<String, Map<String, String>> records = new LinkedHashMap<>();
        for (Value.Named entry : section.named("records", "a mapping of effects and what tells them apart")) {
            Effects.recorded(value.draft(), entry.place(), entry.name(), name);
            records.put(entry.name(), effect(entry, kind));
        }
        return new SystemSpec.Own(name, kind.type(), settings, records);
    }

    private static Map<String, String> effect(Value.Named entry, SystemKind kind) {
        List<String> keys = kind.effectKeys().stream().sorted().toList();
        Section section = Section.of(entry.value(), List.of(with(keys, "contract")));
        Map<String, String> said = new LinkedHashMap<>();
        keys.forEach(key -> section.value(key).flatMap(Conditions::value).ifPresent(text -> said.put(key, text)));
        section.value("contract").ifPresent(contract -> ContractReader.read(contract, entry.name(), List.of()));
        return said;
    }

    private static String[] with(List<String> keys, String last) {
        return Stream.concat(keys.stream(), Stream.of(last)).toArray(String[]::new);
    }
}
