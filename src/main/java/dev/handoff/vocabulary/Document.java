package dev.handoff.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of all files as one: files are merged, then an overlay is laid over them. */
final class Document {

    private static final String SYSTEMS = "systems";

    static final List<String> SECTIONS =
            List.of("application", "correlation", "defaults", "systems", "actions", "approvals", "faults", "workflows");

    /** What may differ between environments. */
    private static final List<String> OVERLAID = List.of("application", "defaults", "systems");

    private final Draft draft;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Map<String, Node.Entry>> sections = new LinkedHashMap<>();
    private final SystemParts parts;

    private boolean readable = true;

    Document(Draft draft) {
        this.draft = draft;
        this.parts = new SystemParts(draft);
    }

    /** Whether the files have sections at all. */
    boolean isReadable() {
        return readable;
    }

    /**
     * Adds a file; a word that another defines already is a mistake that names both places. A system without a type adds to
     * the one that another file defines.
     */
    void merge(Node root) {
        readable &= root instanceof Node.Mapping;
        Section file = Section.of(new Value(root, root.place().file(), draft), SECTIONS);
        for (String name : SECTIONS) {
            entries(file, name).forEach(entry -> {
                if (name.equals(SYSTEMS) && parts.keep(entry)) {
                    return;
                }
                Node.Entry first = sections.get(name).putIfAbsent(entry.key().text(), entry);
                if (first != null) {
                    draft.problem(
                            entry.key().place(),
                            YamlTree.twice(entry.key().text(), first.key().place()));
                }
            });
        }
    }

    /**
     * Lays an environment's file over the others: its systems replace those of the same name, or add to them if they have
     * no type, its other keys those of the same name; nothing takes a key of {@code application} away.
     */
    void overlay(Node root) {
        Section file = Section.of(new Value(root, "the overlay " + root.place().file(), draft), OVERLAID);
        for (String name : OVERLAID) {
            for (Node.Entry entry : entries(file, name)) {
                Map<String, Node.Entry> section = sections.get(name);
                String key = entry.key().text();
                if (name.equals(SYSTEMS) && !section.containsKey(key) && !parts.has(key)) {
                    draft.problem(
                            entry.key().place(),
                            "an overlay replaces systems, and there is no system " + Words.quoted(key) + " to replace"
                                    + Words.known(key, section.keySet()));
                } else if (name.equals(SYSTEMS) && parts.keep(entry)) {
                    continue;
                } else if (name.equals("application") && isNothing(entry.value())) {
                    section.remove(key);
                } else {
                    parts.forget(key);
                    section.put(key, entry);
                }
            }
        }
    }

    private List<Node.Entry> entries(Section file, String name) {
        Optional<Value> value = file.value(name);
        value.ifPresent(section -> {
            places.putIfAbsent(name, file.placeOf(name));
            sections.computeIfAbsent(name, unknown -> new LinkedHashMap<>());
            if (!section.isMapping()) {
                section.mustBe("a mapping");
            }
        });
        return value.map(Value::node)
                .filter(Node.Mapping.class::isInstance)
                .map(node -> ((Node.Mapping) node).entries())
                .orElse(List.of());
    }

    private static boolean isNothing(Node node) {
        return node instanceof Node.Scalar scalar && scalar.isNothing();
    }

    /** A section with its environment variables replaced. */
    Optional<Value> section(String name, EnvironmentVariables variables) {
        if (!sections.containsKey(name)) {
            return Optional.empty();
        }
        Map<String, Node.Entry> entries = new LinkedHashMap<>(sections.get(name));
        if (name.equals(SYSTEMS)) {
            parts.addTo(entries);
        }
        Node.Mapping mapping = new Node.Mapping(places.get(name), List.copyOf(entries.values()));
        return Optional.of(new Value(variables.in(mapping), name, draft));
    }
}
