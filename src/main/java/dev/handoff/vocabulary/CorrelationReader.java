package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code correlation}. */
final class CorrelationReader {

    static final List<String> KEYS = List.of("header", "keys", "on-stray", "mask");

    private static final String KEYS_ALLOWED = "a list of names, or of {name: [aliases]}";
    private static final List<String> ON_STRAY = List.of("ignore", "warn", "fail");

    private CorrelationReader() {}

    /** What holds when the file says nothing. */
    static Correlation standard() {
        return new Correlation("X-Correlation-Id", List.of(), Correlation.OnStray.WARN, List.of());
    }

    static Correlation read(Value value) {
        Section section = Section.of(value, KEYS);
        Correlation standard = standard();
        return new Correlation(
                section.value("header").flatMap(Headers::name).orElse(standard.header()),
                section.value("keys").map(CorrelationReader::keys).orElse(List.of()),
                section.value("on-stray").flatMap(CorrelationReader::onStray).orElse(standard.onStray()),
                section.list("mask", "a list of names", Value::text));
    }

    private static List<Correlation.Key> keys(Value value) {
        Map<String, Place> places = new LinkedHashMap<>();
        List<Correlation.Key> keys = new ArrayList<>();
        List<Value> items = value.isMapping() ? List.of(value) : value.items(KEYS_ALLOWED);
        for (Value item : items) {
            if (item.isMapping()) {
                for (Value.Named entry : item.named(KEYS_ALLOWED)) {
                    List<String> aliases = entry.value().list("a list of names", Value::text);
                    add(value.draft(), entry.place(), entry.name(), aliases, places, keys);
                }
            } else {
                item.text("a name, or {name: [aliases]}")
                        .ifPresent(name -> add(value.draft(), item.place(), name, List.of(), places, keys));
            }
        }
        return keys;
    }

    private static void add(
            Draft draft,
            Place place,
            String name,
            List<String> aliases,
            Map<String, Place> places,
            List<Correlation.Key> keys) {
        if (!Names.identifier(draft, place, "a business key", name)) {
            return;
        }
        Place first = places.putIfAbsent(plain(name), place);
        if (first != null) {
            draft.problem(place, "the business key " + Words.quoted(name) + " is named twice; first at " + first);
            return;
        }
        draft.words().keys().add(name);
        keys.add(new Correlation.Key(name, aliases));
    }

    /** {@code order_id}, {@code order-id} and {@code orderId} are one name. */
    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<Correlation.OnStray> onStray(Value value) {
        Optional<String> word = value.text(Words.either(ON_STRAY));
        if (word.isPresent() && !ON_STRAY.contains(word.get())) {
            value.problem("unknown word " + Words.quoted(word.get()) + " for " + value.what()
                    + Words.known(word.get(), ON_STRAY));
            return Optional.empty();
        }
        return word.map(known -> Correlation.OnStray.valueOf(known.toUpperCase(Locale.ROOT)));
    }
}
