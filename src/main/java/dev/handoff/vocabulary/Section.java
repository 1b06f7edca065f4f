package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A mapping whose keys are known words. A misspelt key is reported, then read as the one that was meant, so that one
 * slip makes one message.
 */
final class Section {

    private final Value whole;
    private final boolean readable;
    private final Map<String, Node.Entry> entries = new LinkedHashMap<>();

    private Section(Value whole, List<String> known) {
        this.whole = whole;
        this.readable = whole.node() instanceof Node.Mapping;
        if (whole.node() instanceof Node.Mapping mapping) {
            fill(mapping, known);
        } else {
            whole.mustBe("a mapping with the keys " + String.join(", ", known));
        }
    }

    static Section of(Value whole, List<String> known) {
        return new Section(whole, known);
    }

    private void fill(Node.Mapping mapping, List<String> known) {
        List<Node.Entry> unknown = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            if (known.contains(entry.key().text())) {
                entries.put(entry.key().text(), entry);
            } else {
                unknown.add(entry);
            }
        }
        for (Node.Entry entry : unknown) {
            String key = entry.key().text();
            whole.draft()
                    .problem(
                            entry.key().place(),
                            "unknown key " + Words.quoted(key) + " in " + whole.what() + typeElsewhere(mapping, entry)
                                    + Words.known(key, known));
            Nearest.to(key, known).ifPresent(meant -> entries.putIfAbsent(meant, entry));
        }
    }

    /** Which keys are known may turn on a type that another file gives. */
    private static String typeElsewhere(Node.Mapping mapping, Node.Entry entry) {
        return mapping.entry("type")
                .map(type -> type.key().place())
                .filter(type -> !type.file().equals(entry.key().place().file()))
                .map(type -> ", whose type stands at " + type)
                .orElse("");
    }

    Value whole() {
        return whole;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Where a key stands, or else the section. */
    Place placeOf(String key) {
        return has(key) ? entries.get(key).key().place() : whole.place();
    }

    Optional<Value> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> whole.part(entry, key + " in " + whole.what()));
    }

    /** The value of a key that must be there. */
    Optional<Value> required(String key, String allowed) {
        if (!has(key) && readable) {
            whole.problem(whole.what() + " lacks the key " + Words.quoted(key) + "; " + allowed);
        }
        return value(key);
    }

    Optional<String> text(String key) {
        return value(key).flatMap(Value::text);
    }

    Optional<Template> template(String key, Scope scope) {
        return value(key).flatMap(value -> value.template(scope));
    }

    /** The items of a list that may be absent. */
    <T> List<T> list(String key, String allowed, Function<Value, Optional<T>> read) {
        return value(key).map(value -> value.list(allowed, read)).orElse(List.of());
    }

    /** The entries of a mapping that may be absent. */
    List<Value.Named> named(String key, String allowed) {
        return value(key).map(value -> value.named(allowed)).orElse(List.of());
    }

    /** A mapping of names to templates that may be absent. */
    Map<String, Template> templates(String key, Scope scope, Function<Value.Named, Boolean> nameIsGood) {
        Map<String, Template> templates = new LinkedHashMap<>();
        for (Value.Named entry : named(key, "a mapping of names and values")) {
            boolean good = nameIsGood.apply(entry);
            entry.value().template(scope).filter(template -> good).ifPresent(t -> templates.put(entry.name(), t));
        }
        return templates;
    }
}
