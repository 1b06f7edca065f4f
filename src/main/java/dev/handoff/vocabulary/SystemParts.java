package dev.handoff.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Systems whose words stand in several places: one gives the type, the others, without a type, add what the system records
 * or serves, so that each workflow can have a file of its own.
 */
final class SystemParts {

    private static final Set<String> ADDED = Set.of("endpoints", "records", "groups");

    private final Draft draft;
    private final Map<String, List<Node.Entry>> additions = new LinkedHashMap<>();

    SystemParts(Draft draft) {
        this.draft = draft;
    }

    /** Keeps an entry without a type until all files are read; others are not for here. */
    boolean keep(Node.Entry system) {
        boolean addition = system.value() instanceof Node.Mapping mapping
                && mapping.entry("type").isEmpty()
                && !mapping.entries().isEmpty()
                && mapping.entries().stream()
                        .allMatch(entry -> ADDED.contains(entry.key().text()));
        if (addition) {
            additions
                    .computeIfAbsent(system.key().text(), none -> new ArrayList<>())
                    .add(system);
        }
        return addition;
    }

    /** The system is said anew as a whole. */
    void forget(String system) {
        additions.remove(system);
    }

    boolean has(String system) {
        return additions.containsKey(system);
    }

    /** Adds what was kept; to a system that nobody gives a type, too, so that its reader can say so. */
    void addTo(Map<String, Node.Entry> systems) {
        additions.forEach((name, kept) -> kept.forEach(addition ->
                systems.merge(name, addition, (first, second) -> new Node.Entry(first.key(), both(first, second)))));
    }

    private Node both(Node.Entry system, Node.Entry addition) {
        if (!(system.value() instanceof Node.Mapping whole)) {
            return system.value();
        }
        Map<String, Node.Entry> keys = new LinkedHashMap<>();
        whole.entries().forEach(entry -> keys.put(entry.key().text(), entry));
        for (Node.Entry added : ((Node.Mapping) addition.value()).entries()) {
            keys.merge(
                    added.key().text(), added, (first, second) -> new Node.Entry(first.key(), joined(first, second)));
        }
        return new Node.Mapping(whole.place(), List.copyOf(keys.values()));
    }

    private Node joined(Node.Entry first, Node.Entry second) {
        if (first.value() instanceof Node.Sequence some && second.value() instanceof Node.Sequence more) {
            List<Node> items = new ArrayList<>(some.items());
            items.addAll(more.items());
            return new Node.Sequence(some.place(), items);
        }
        if (first.value() instanceof Node.Mapping some && second.value() instanceof Node.Mapping more) {
            List<Node.Entry> entries = new ArrayList<>(some.entries());
            for (Node.Entry entry : more.entries()) {
                some.entry(entry.key().text())
                        .ifPresentOrElse(
                                earlier -> draft.problem(
                                        entry.key().place(),
                                        YamlTree.twice(
                                                entry.key().text(),
                                                earlier.key().place())),
                                () -> entries.add(entry));
            }
            return new Node.Mapping(some.place(), entries);
        }
        draft.problem(
                second.key().place(),
                YamlTree.twice(second.key().text(), first.key().place()));
        return first.value();
    }
}
