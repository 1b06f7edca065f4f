package dev.handoff.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What known services have in common for everybody who asks them; a system's own block says otherwise where it does. */
final class Presets {

    static final String RESOURCE = "/dev/handoff/presets.yaml";

    /** Of these a system's block says single entries, not the whole. */
    private static final List<String> MERGED = List.of("headers", "query", "token", "rate-limit", "form");

    private static final Node.Mapping ALL = load();

    private Presets() {}

    static Node.Mapping all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.entries().stream().map(preset -> preset.key().text()).toList();
    }

    /** A system's block over that of the preset that it names, if it names one. */
    static Value under(Value system) {
        if (!(system.node() instanceof Node.Mapping block)) {
            return system;
        }
        Optional<Node.Entry> named = block.entry("preset");
        if (named.isEmpty() || !(named.get().value() instanceof Node.Scalar name)) {
            return system;
        }
        Optional<Node.Entry> preset = ALL.entry(name.text());
        if (preset.isEmpty()) {
            system.draft()
                    .problem(
                            name.place(),
                            "unknown preset " + Words.quoted(name.text()) + " of " + system.what()
                                    + Words.known(name.text(), names()));
            return system;
        }
        Node merged = merged(block, (Node.Mapping) preset.get().value(), name.place());
        return new Value(merged, system.place(), system.what(), system.draft());
    }

    private static Node.Mapping merged(Node.Mapping own, Node.Mapping preset, Place place) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        own.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        preset.entries()
                .forEach(entry -> entries.merge(
                        entry.key().text(), (Node.Entry) at(entry, place), (said, given) -> both(said, given, place)));
        if (own.entry("items").isPresent() || own.entry("item").isPresent()) {
            List.of("items", "item").stream()
                    .filter(key -> own.entry(key).isEmpty())
                    .forEach(entries::remove);
        }
        return new Node.Mapping(own.place(), List.copyOf(entries.values()));
    }

    private static Node.Entry both(Node.Entry said, Node.Entry given, Place place) {
        boolean merges = MERGED.contains(said.key().text())
                && said.value() instanceof Node.Mapping
                && given.value() instanceof Node.Mapping;
        return merges
                ? new Node.Entry(said.key(), merged((Node.Mapping) said.value(), (Node.Mapping) given.value(), place))
                : said;
    }

    /** A mistake in what a preset says, a missing value say, is made where the preset is named. */
    private static Node.Entry at(Node.Entry entry, Place place) {
        return new Node.Entry(
                new Node.Scalar(place, entry.key().text(), entry.key().json()), at(entry.value(), place));
    }

    private static Node at(Node node, Place place) {
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = new ArrayList<>();
            mapping.entries().forEach(entry -> entries.add(at(entry, place)));
            return new Node.Mapping(place, entries);
        }
        if (node instanceof Node.Sequence sequence) {
            return new Node.Sequence(
                    place,
                    sequence.items().stream().map(item -> at(item, place)).toList());
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return new Node.Scalar(place, scalar.text(), scalar.json());
    }

    private static Node.Mapping load() {
        try (InputStream file = Presets.class.getResourceAsStream(RESOURCE)) {
            Problems problems = new Problems();
            Optional<Node> tree =
                    YamlTree.read(RESOURCE, new String(file.readAllBytes(), StandardCharsets.UTF_8), problems);
            problems.throwIfAny();
            return (Node.Mapping) tree.orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
