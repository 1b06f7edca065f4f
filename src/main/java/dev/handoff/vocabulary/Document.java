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

    /** Lays an environment's file over the others. */
    void overlay(Node root) {
        Section file = Section.of(new Value(root, "the overlay " + root.place().file(), draft), Overlay.SECTIONS);
        Overlay overlay = new Overlay(draft, parts);
        for (String name : Overlay.SECTIONS) {
            List<Node.Entry> over = entries(file, name);
            overlay.lay(name, sections.getOrDefault(name, Map.of()), over);
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
