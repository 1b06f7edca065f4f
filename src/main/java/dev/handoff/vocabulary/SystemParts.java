package dev.handoff.vocabulary;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Systems whose words stand in several places: one gives the type, the others, without a type, add what the system records
 * or serves, so that each workflow can have a file of its own.
 */
final class SystemParts {

    private static final List<String> RECORDING = List.of("endpoints", "records");
    private static final List<String> ADDED = List.of("endpoints", "records", "consumers");

    private final Draft draft;
    private final Map<String, List<Node.Entry>> additions = new LinkedHashMap<>();

    SystemParts(Draft draft) {
        this.draft = draft;
    }

    /** Keeps an entry without a type until all files are read; others are not for here. */
    boolean keep(Node.Entry system) {
        boolean addition = system.value() instanceof Node.Mapping mapping
                && mapping.entry("type").isEmpty()
                && !mapping.entries().isEmpty();
        if (addition) {
            additions
                    .computeIfAbsent(system.key().text(), none -> new ArrayList<>())
                    .add(system);
        }
        return addition;
    }

    /** Whether a block of an overlay says what the system records, so that nothing is added to it any more. */
    boolean isWhole(Node.Entry system) {
        return system.value() instanceof Node.Mapping mapping
                && RECORDING.stream().anyMatch(key -> mapping.entry(key).isPresent());
    }

    /** Adds nothing to the system any more; answers what would have been added. */
    List<Node.Entry> forget(String system) {
        return Optional.ofNullable(additions.remove(system)).orElse(List.of());
    }

    boolean has(String system) {
        return additions.containsKey(system);
    }

    /** Adds what was kept; to a system that nobody gives a type, too, so that its reader can say so. */
    void addTo(Map<String, Node.Entry> systems) {
        additions.forEach((name, kept) -> {
            boolean typed = systems.containsKey(name);
            for (Node.Entry addition : kept) {
                Node.Entry added = typed ? onlyAdditions(name, addition, systems.get(name)) : addition;
                systems.merge(name, added, (first, second) -> new Node.Entry(first.key(), both(first, second)));
            }
        });
    }

    /** What a block may add; the rest belongs to where the system has its type, or is misspelt. */
    private Node.Entry onlyAdditions(String system, Node.Entry addition, Node.Entry typed) {
        Node.Mapping block = (Node.Mapping) addition.value();
        List<Node.Entry> added = new ArrayList<>();
        for (Node.Entry entry : block.entries()) {
            String key = entry.key().text();
            if (ADDED.contains(key)) {
                added.add(entry);
            } else {
                draft.problem(
                        entry.key().place(),
                        "unknown key " + Words.quoted(key) + " in what is added to system " + system
                                + ", which is defined at " + typed.key().place() + Words.known(key, ADDED));
                Nearest.to(key, ADDED).ifPresent(meant -> added.add(as(meant, entry)));
            }
        }
        return new Node.Entry(addition.key(), new Node.Mapping(block.place(), added));
    }

    /** So that those who speak of what stands below a misspelt key are not said to be wrong. */
    private static Node.Entry as(String meant, Node.Entry entry) {
        return new Node.Entry(new Node.Scalar(entry.key().place(), meant, TextNode.valueOf(meant)), entry.value());
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
